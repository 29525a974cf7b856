import type { LearnerQuestion, LearnerRelease } from '../../../contracts/learnerRelease.ts'

export type FoundQuestion = {
  question: LearnerQuestion
  /** In the order in which they are shown. */
  options: LearnerQuestion['options']
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
  const options = named.options.flatMap((id) => question.options.filter((option) => option.id === id))
  if (options.length !== named.options.length) return null
  return { question, options }
}
