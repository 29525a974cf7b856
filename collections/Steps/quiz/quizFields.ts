import type { Field } from 'payload'

import { label } from '../../../src/i18n/label.ts'
import { anchorField } from '../anchorField.ts'
import { choiceBlock } from './choiceBlock.ts'
import { fileBlock, voiceBlock } from './fileBlocks.ts'
import { matchBlock } from './matchBlock.ts'
import { numberBlock } from './numberBlock.ts'
import { orderBlock } from './orderBlock.ts'
import { settingsFields } from './settingsFields.ts'
import { textBlock } from './textBlock.ts'

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
    anchorField('quizSettings'),
    settingsFields,
    anchorField('questions'),
    {
      name: 'questions',
      type: 'blocks',
      label: label('label.questions'),
      labels: { singular: label('label.question'), plural: label('label.questions') },
      maxRows: 100,
      blocks: [
        choiceBlock('single', 'SingleChoiceQuestion'),
        choiceBlock('multiple', 'MultipleChoiceQuestion'),
        textBlock,
        numberBlock,
        orderBlock,
        matchBlock,
        fileBlock,
        voiceBlock,
      ],
    },
  ],
}
