import type { LearnerQuestion, LearnerRelease } from '../../../contracts/learnerRelease.ts'

type Choice = { id: string; text: string; media?: string }

export type FoundQuestion = {
  question: LearnerQuestion
  /** What is chosen from, in the order in which it is shown; empty where the answer is written or sent. */
  options: Choice[]
}

const choicesOf = (question: LearnerQuestion): readonly Choice[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options
    case 'order':
      return question.items
    case 'match':
      return question.rights
    default:
      return []
  }
}

/** The question that an effect names; null when the release does not hold it or its options. */
export const questionOf = (
  release: LearnerRelease,
  named: { stepId: string; questionId: string; options: readonly string[] },
): FoundQuestion | null => {
  const step = release.steps.find(({ id }) => id === named.stepId)
  const questions = step?.stepType === 'quiz' ? step.quiz.questions : []
  const question = questions.find(({ id }) => id === named.questionId)
  if (question === undefined) return null
  const choices = choicesOf(question)
  const options = named.options.flatMap((id) => choices.filter((option) => option.id === id))
  if (options.length !== named.options.length) return null
  return { question, options }
}
