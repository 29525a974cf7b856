import { label } from '../../../src/i18n/label.ts'
import { maxPatternLength } from '../../../src/lesson/engine/quiz/grading/readPattern.ts'
import { maxOptions } from '../../../src/lesson/engine/quiz/questionProblems.ts'
import { textMatches } from '../../../src/lesson/engine/quiz/quizTypes.ts'
import { questionBlock } from './questionBlock.ts'
import { requirePatterns } from './requirePatterns.ts'

/** Answered in the learner's own words. */
export const textBlock = questionBlock('text', {
  interfaceName: 'TextQuestion',
  fields: [
    {
      name: 'match',
      type: 'select',
      label: label('label.match'),
      required: true,
      defaultValue: 'caseInsensitive',
      options: textMatches.map((value) => ({ value, label: label(`label.match.${value}`) })),
      admin: { description: label('hint.match') },
    },
    {
      name: 'answers',
      type: 'array',
      label: label('label.rightAnswers'),
      labels: { singular: label('label.rightAnswer'), plural: label('label.rightAnswers') },
      maxRows: maxOptions,
      defaultValue: [{}],
      validate: requirePatterns,
      fields: [
        {
          name: 'text',
          type: 'text',
          label: label('label.rightAnswer'),
          required: true,
          maxLength: Math.max(500, maxPatternLength),
        },
      ],
    },
  ],
})
