import type { ArrayFieldValidation, Block } from 'payload'

import { slugs } from '../../../src/contracts/slugs.ts'
import { label } from '../../../src/i18n/label.ts'
import { localeFrom, translate } from '../../../src/i18n/translate.ts'
import { maxOptions } from '../../../src/lesson/engine/quiz/questionProblems.ts'
import { explanationField } from './explanationField.ts'
import { questionBlock } from './questionBlock.ts'

/** Whether a question is complete is the publish gate's to say; two right answers to one choice never are. */
const requireOneCorrect: ArrayFieldValidation = (options, { req }) => {
  const correct = (options ?? []).filter((option) => (option as { isCorrect?: boolean | null }).isCorrect)
  return correct.length <= 1 || translate(localeFrom(req.i18n.language), 'error.severalCorrect')
}

/** One option is right, or each of a set. */
export const choiceBlock = (kind: 'single' | 'multiple', interfaceName: string): Block =>
  questionBlock(kind, {
    interfaceName,
    fields: [
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
          explanationField('hint.optionExplanation'),
          {
            name: 'media',
            type: 'upload',
            label: label('label.optionPicture'),
            relationTo: slugs.media,
            filterOptions: { kind: { in: ['image'] } },
          },
        ],
      },
    ],
  })
