import type { QuizAttempt } from '../learnerState.ts'

/** Whether an attempt still has questions to be answered. Those of long ago do not say how they ended. */
export const isUnderWay = ({ answered, total, ended }: QuizAttempt): boolean =>
  ended === undefined && answered < total
