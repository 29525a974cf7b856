import type { Block, Field } from 'payload'

import { slugs } from '../../../src/contracts/slugs.ts'
import { label } from '../../../src/i18n/label.ts'
import type { QuizQuestion } from '../../../src/lesson/engine/quiz/quizTypes.ts'
import { explanationField } from './explanationField.ts'

/** A kind of question: what all have, with the fields that only this kind has. */
export const questionBlock = (
  kind: QuizQuestion['kind'],
  { interfaceName, fields }: { interfaceName: string; fields: Field[] },
): Block => ({
  slug: kind,
  interfaceName,
  labels: { singular: label(`label.question.${kind}`), plural: label(`label.question.${kind}`) },
  admin: {
    disableBlockName: true,
    components: { Label: '/admin/QuestionLabel/QuestionLabel.tsx#QuestionLabel' },
  },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: label('label.questionText'),
      required: true,
      maxLength: 3000,
      admin: { rows: 2 },
    },
    {
      name: 'media',
      type: 'upload',
      label: label('label.imageBlock'),
      relationTo: slugs.media,
      filterOptions: { kind: { in: ['image'] } },
    },
    ...fields,
    explanationField('hint.questionExplanation'),
    {
      name: 'marks',
      type: 'number',
      label: label('label.marks'),
      min: 1,
      max: 100,
      defaultValue: 1,
      admin: { step: 1, width: '50%', description: label('hint.marks') },
    },
    {
      name: 'delivery',
      type: 'ui',
      admin: {
        components: { Field: '/admin/QuestionDelivery/QuestionDelivery.tsx#QuestionDelivery' },
      },
    },
  ],
})
