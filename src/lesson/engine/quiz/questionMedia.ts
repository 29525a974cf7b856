import type { LearnerQuestion } from '../../../contracts/learnerRelease.ts'
import type { QuizQuestion } from './quizTypes.ts'

/** Ids of a question's pictures: its own first, then those of its options. */
export const questionMedia = (question: QuizQuestion | LearnerQuestion): string[] => [
  ...(question.media === null ? [] : [question.media]),
  ...('options' in question ? question.options.flatMap(({ media }) => media ?? []) : []),
]
