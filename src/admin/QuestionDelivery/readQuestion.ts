import type { FormState } from 'payload'

import type { DraftQuestion } from '../../lesson/engine/quiz/questionProblems.ts'
import { questionKinds, revealings, textMatches, type Quiz } from '../../lesson/engine/quiz/quizTypes.ts'

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((one) => one === value)

/** The settings that decide how questions are sent, as they stand in the form. */
export const readSettings = (fields: FormState): NonNullable<Quiz['settings']> => {
  const momentOf = (name: string) => oneOf(revealings, fields[`quiz.${name}`]?.value) ?? 'during'
  return {
    showCorrectness: momentOf('showCorrectness'),
    showFeedback: momentOf('showFeedback'),
    showAnswer: momentOf('showAnswer'),
    hasPartialCredit: fields['quiz.hasPartialCredit']?.value === true,
  }
}

type FormQuestion = Omit<DraftQuestion, 'options'> & {
  explanation: string | null
  options: { text: string; isCorrect: boolean; hasPicture: boolean }[]
}

/** A question as it stands in the form, unsaved edits included. `path` is that of its row. */
export const readQuestion = (fields: FormState, path: string): FormQuestion => {
  const valueOf = (name: string): unknown => fields[`${path}.${name}`]?.value
  const textOf = (name: string): string => {
    const value = valueOf(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const rowsOf = <Row>(name: string, read: (at: string) => Row): Row[] =>
    (fields[`${path}.${name}`]?.rows ?? []).map((_row, index) => read(`${name}.${index}`))
  const value = valueOf('value')
  return {
    kind: oneOf(questionKinds, valueOf('blockType')) ?? 'single',
    text: textOf('text'),
    explanation: textOf('explanation') || null,
    options: rowsOf('options', (at) => ({
      text: textOf(`${at}.text`),
      isCorrect: valueOf(`${at}.isCorrect`) === true,
      hasPicture: Boolean(valueOf(`${at}.media`)),
    })),
    match: oneOf(textMatches, valueOf('match')),
    answers: rowsOf('answers', (at) => textOf(`${at}.text`)),
    value: typeof value === 'number' ? value : null,
    items: rowsOf('items', (at) => textOf(`${at}.text`)),
    pairs: rowsOf('pairs', (at) => ({ left: textOf(`${at}.left`), right: textOf(`${at}.right`) })),
  }
}
