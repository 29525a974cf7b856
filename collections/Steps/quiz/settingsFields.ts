import type { Condition, Field, NumberField, SelectField } from 'payload'

import { label } from '../../../src/i18n/label.ts'
import { defaultQuizSettings } from '../../../src/lesson/engine/quiz/quizSettings.ts'
import { gradings, revealings, type QuizSettings } from '../../../src/lesson/engine/quiz/quizTypes.ts'

type Name<Value> = {
  [Key in keyof QuizSettings]: QuizSettings[Key] extends Value ? Key : never
}[keyof QuizSettings]

const isLimited: Condition = (_, siblings) => Number(siblings?.timeLimit ?? 0) > 0
const isCounted: Condition = (_, siblings) => Number(siblings?.maxAttempts ?? 0) > 0

const number = (name: Name<number>, max: number, more: Partial<NumberField['admin']> = {}): NumberField => ({
  name,
  type: 'number',
  label: label(`label.quiz.${name}`),
  min: 0,
  max,
  defaultValue: 0,
  admin: { step: 1, description: label(`hint.quiz.${name}`), ...more },
})

const select = <Value extends string>(
  name: 'grading' | 'whenFailed' | 'timeUp' | 'showCorrectness' | 'showFeedback' | 'showAnswer',
  options: { value: Value; label: SelectField['label'] }[],
  condition?: Condition,
): SelectField =>
  ({
    name,
    type: 'select',
    label: label(`label.quiz.${name}`),
    defaultValue: defaultQuizSettings[name],
    options,
    admin: { isClearable: false, condition },
  }) as SelectField

const moments = revealings.map((value) => ({ value, label: label(`label.revealing.${value}`) }))

/** How a quiz is taken, graded and shown. */
export const settingsFields: Field = {
  type: 'collapsible',
  label: label('label.quizSettings'),
  admin: { initCollapsed: true },
  fields: [
    {
      type: 'row',
      fields: [
        number('maxAttempts', 100),
        select(
          'grading',
          gradings.map((value) => ({ value, label: label(`label.grading.${value}`) })),
        ),
        select(
          'whenFailed',
          (['hold', 'continue'] as const).map((value) => ({
            value,
            label: label(`label.whenFailed.${value}`),
          })),
          isCounted,
        ),
      ],
    },
    {
      type: 'row',
      fields: [
        number('timeLimit', 1440, { step: 0.5 }),
        select(
          'timeUp',
          (['submit', 'discard'] as const).map((value) => ({ value, label: label(`label.timeUp.${value}`) })),
          isLimited,
        ),
      ],
    },
    {
      type: 'row',
      fields: [
        number('pickCount', 100),
        {
          name: 'areQuestionsShuffled',
          type: 'checkbox',
          label: label('label.quiz.areQuestionsShuffled'),
          defaultValue: false,
          admin: { style: { alignSelf: 'center' } },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        number('negativeMarks', 100, { step: 5 }),
        {
          name: 'hasPartialCredit',
          type: 'checkbox',
          label: label('label.quiz.hasPartialCredit'),
          defaultValue: false,
          admin: { style: { alignSelf: 'center' }, description: label('hint.quiz.hasPartialCredit') },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        select('showCorrectness', moments),
        select('showFeedback', moments),
        select('showAnswer', moments),
      ],
    },
    {
      name: 'bands',
      type: 'blocks',
      label: label('label.bands'),
      labels: { singular: label('label.band'), plural: label('label.bands') },
      maxRows: 10,
      admin: { description: label('hint.bands') },
      blocks: [
        {
          slug: 'band',
          interfaceName: 'ResultBand',
          labels: { singular: label('label.band'), plural: label('label.bands') },
          admin: { disableBlockName: true },
          fields: [
            {
              name: 'from',
              type: 'number',
              label: label('label.bandFrom'),
              required: true,
              min: 0,
              max: 100,
              defaultValue: 0,
              admin: { step: 5, width: '50%' },
            },
            {
              name: 'text',
              type: 'textarea',
              label: label('label.bandText'),
              required: true,
              maxLength: 1000,
              admin: { rows: 2 },
            },
          ],
        },
      ],
    },
  ],
}
