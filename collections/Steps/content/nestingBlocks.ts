import { lexicalEditor } from '@payloadcms/richtext-lexical'
import type { Block, Field } from 'payload'

import { label } from '../../../src/i18n/label.ts'
import { calloutKinds } from '../../../src/lesson/content/block.ts'
import { blockFeatures } from './blockFeatures.ts'
import { blockAdmin } from './blockAdmin.ts'
import { inlineFeatures } from './inlineFeatures.ts'
import { LessonPasteFeature } from './LessonPasteFeature.ts'
import { mediaBlocks } from './mediaBlocks.ts'
import { textBlocks } from './textBlocks.ts'

/** All but what nests again: two levels are as many as a phone can show. */
const content: Field = {
  name: 'content',
  type: 'richText',
  label: label('label.paragraph'),
  required: true,
  editor: lexicalEditor({
    features: [
      ...blockFeatures(),
      ...inlineFeatures([...textBlocks, ...mediaBlocks]),
      LessonPasteFeature({ isFramed: true }),
    ],
  }),
}

const Callout: Block = {
  slug: 'Callout',
  labels: { singular: label('label.calloutBlock'), plural: label('label.calloutBlock') },
  admin: blockAdmin('callout'),
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          label: label('label.calloutKind'),
          required: true,
          defaultValue: 'note',
          options: calloutKinds.map((value) => ({ value, label: label(`label.calloutKind.${value}`) })),
        },
        { name: 'title', type: 'text', label: label('label.title'), maxLength: 200 },
      ],
    },
    content,
  ],
}

const Details: Block = {
  slug: 'Details',
  labels: { singular: label('label.detailsBlock'), plural: label('label.detailsBlock') },
  admin: blockAdmin('details'),
  fields: [
    { name: 'summary', type: 'text', label: label('label.detailsSummary'), required: true, maxLength: 300 },
    { name: 'isOpen', type: 'checkbox', label: label('label.detailsIsOpen'), defaultValue: false },
    content,
  ],
}

export const nestingBlocks: Block[] = [Callout, Details]
