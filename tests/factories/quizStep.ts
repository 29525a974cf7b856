import type { MultipleChoiceQuestion, SingleChoiceQuestion, Step } from '../../src/payload-types.ts'

type Question = SingleChoiceQuestion | MultipleChoiceQuestion
type Option = NonNullable<Question['options']>[number]

/** A question; right options begin with `*`, as `*Seoul`. */
export const question = (text: string, options: string[], more: Partial<Question> = {}): Question => {
  const rows = options.map((option): Option => ({
    text: option.replace(/^\*/, ''),
    isCorrect: option.startsWith('*'),
  }))
  const isMultiple = rows.filter(({ isCorrect }) => isCorrect).length > 1
  return { blockType: isMultiple ? 'multiple' : 'single', text, options: rows, ...more } as Question
}

/** What makes a step a quiz. */
export const quizStep = (
  title: string,
  questions: NonNullable<NonNullable<Step['quiz']>['questions']>,
  settings: Omit<NonNullable<Step['quiz']>, 'questions'> = {},
): Partial<Step> => ({ title, stepType: 'quiz', quiz: { ...settings, questions } })
