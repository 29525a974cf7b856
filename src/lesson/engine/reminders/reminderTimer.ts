import type { TimerRecord } from '../advanceResult.ts'

/** One of a learner's: it is about no step. */
const noStep = '00000000-0000-0000-0000-000000000000'

export const reminderTimer = (dueAt: string): TimerRecord => ({
  type: 'timer',
  kind: 'reminder',
  stepId: noStep,
  attempt: 0,
  dueAt,
})
