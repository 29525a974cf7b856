import { label } from '../../../src/i18n/label.ts'
import { maxOptions } from '../../../src/lesson/engine/quiz/questionProblems.ts'
import { questionBlock } from './questionBlock.ts'

/** What belongs together. */
export const matchBlock = questionBlock('match', {
  interfaceName: 'MatchQuestion',
  fields: [
    {
      name: 'pairs',
      type: 'array',
      label: label('label.pairs'),
      labels: { singular: label('label.pair'), plural: label('label.pairs') },
      maxRows: maxOptions,
      defaultValue: [{}, {}, {}],
      admin: { description: label('hint.pairs') },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'left', type: 'text', label: label('label.left'), maxLength: 300 },
            { name: 'right', type: 'text', label: label('label.right'), required: true, maxLength: 300 },
          ],
        },
      ],
    },
  ],
})
