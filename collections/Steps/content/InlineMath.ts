import type { Block } from 'payload'

import { label } from '../../../src/i18n/label.ts'

/** A formula within a line. */
export const InlineMath: Block = {
  slug: 'InlineMath',
  labels: { singular: label('label.inlineMath'), plural: label('label.inlineMath') },
  admin: { components: { Label: '/admin/LessonBlocks/MathLabel.tsx#MathLabel' } },
  fields: [
    {
      name: 'latex',
      type: 'text',
      label: label('label.latex'),
      required: true,
      maxLength: 1000,
      admin: { description: label('hint.latex') },
    },
  ],
}
