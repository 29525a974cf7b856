import type { ArrayFieldValidation, Block, Field } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { maxOptions } from '../../src/lesson/engine/quiz/questionProblems.ts'
import { anchorField } from './anchorField.ts'

/** Whether a question is complete is the publish gate's to say; two right answers to one choice never are. */
const requireOneCorrect: ArrayFieldValidation = (options, { req }) => {
  const correct = (options ?? []).filter((option) => (option as { isCorrect?: boolean | null }).isCorrect)
  return correct.length <= 1 || translate(localeFrom(req.i18n.language), 'error.severalCorrect')
}

const explanation = (name: string, hint: Parameters<typeof label>[0]): Field => ({
  name,
  type: 'textarea',
  label: label('label.explanation'),
  maxLength: 1500,
  admin: { rows: 2, description: label(hint) },
})

const questionBlock = (kind: 'single' | 'multiple', interfaceName: string): Block => ({
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
    {
      name: 'options',
      type: 'array',
      label: label('label.options'),
      labels: { singular: label('label.option'), plural: label('label.options') },
      maxRows: maxOptions,
      defaultValue: [{}, {}],
      ...(kind === 'single' ? { validate: requireOneCorrect } : {}),
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'text',
              type: 'text',
              label: label('label.optionText'),
              required: true,
              maxLength: 1000,
              admin: { width: '70%' },
            },
            {
              name: 'isCorrect',
              type: 'checkbox',
              label: label('label.isCorrect'),
              defaultValue: false,
              admin: { width: '30%', style: { alignSelf: 'center' } },
            },
          ],
        },
        explanation('explanation', 'hint.optionExplanation'),
      ],
    },
    explanation('explanation', 'hint.questionExplanation'),
    {
      name: 'delivery',
      type: 'ui',
      admin: {
        components: { Field: '/admin/QuestionDelivery/QuestionDelivery.tsx#QuestionDelivery' },
      },
    },
  ],
})

/** Questions are kept as JSON with their step: each kind has fields of its own, and no query looks into them. */
export const quizFields: Field = {
  name: 'quiz',
  type: 'group',
  label: label('label.quiz'),
  admin: { condition: (data) => data?.stepType === 'quiz' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'passingPercentage',
          type: 'number',
          label: label('label.passingPercentage'),
          min: 0,
          max: 100,
          defaultValue: 0,
          admin: { step: 5, description: label('hint.passingPercentage') },
        },
        {
          name: 'isShuffled',
          type: 'checkbox',
          label: label('label.isShuffled'),
          defaultValue: false,
          admin: { style: { alignSelf: 'center' }, description: label('hint.isShuffled') },
        },
      ],
    },
    anchorField('questions'),
    {
      name: 'questions',
      type: 'blocks',
      label: label('label.questions'),
      labels: { singular: label('label.question'), plural: label('label.questions') },
      maxRows: 100,
      blocks: [
        questionBlock('single', 'SingleChoiceQuestion'),
        questionBlock('multiple', 'MultipleChoiceQuestion'),
      ],
    },
  ],
}
