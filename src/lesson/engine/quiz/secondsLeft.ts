import type { QuizAttempt } from '../learnerState.ts'

/** What an answer may need from a learner's hand to us. */
export const graceMs = 2000

/** How long an attempt still goes on; null: its time is not limited, 0: it is over. */
export const secondsLeft = ({ dueAt }: QuizAttempt, now: string): number | null => {
  if (dueAt === undefined) return null
  const left = Date.parse(dueAt) - graceMs - Date.parse(now)
  // A time that is none limits nothing.
  return Number.isNaN(left) ? null : Math.max(0, Math.ceil(left / 1000))
}

export const isOverdue = ({ dueAt }: QuizAttempt, now: string): boolean =>
  dueAt !== undefined && Date.parse(now) >= Date.parse(dueAt)
