import { timeAfter } from '../timeAfter.ts'
import type { Assignment, Deadline } from '../release.ts'

const dayMs = 24 * 60 * 60 * 1000

const timeOf = (deadline: Deadline | null, openedAt: string): string | null => {
  if (deadline === null) return null
  if ('at' in deadline) return deadline.at
  return timeAfter(openedAt, deadline.afterDays * dayMs)
}

/** Until when an answer is in time, and until when it is taken at all, for somebody who opened the step then. */
export const deadlinesOf = (
  { due, cutOff }: Pick<Assignment, 'due' | 'cutOff'>,
  openedAt: string,
): { dueAt: string | null; cutOffAt: string | null } => ({
  dueAt: timeOf(due, openedAt),
  cutOffAt: timeOf(cutOff, openedAt),
})
