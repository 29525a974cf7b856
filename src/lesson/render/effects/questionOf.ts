import type { LearnerQuestion, LearnerRelease } from '../../../contracts/learnerRelease.ts'
import type { MediaFile } from '../../../contracts/mediaFile.ts'

export type FoundQuestion = {
  question: LearnerQuestion
  /** In the order in which they are shown. */
  options: LearnerQuestion['options']
  media: MediaFile | null
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
  const media = question.media === null ? null : (release.media[question.media] ?? null)
  return { question, options, media }
}
