import type { LearnerState } from './learnerState.ts'

/** The state of a learner whom the bot has shown nothing yet. */
export const newLearnerState = (): LearnerState => ({
  version: 0,
  view: 'none',
  releaseId: null,
  stepId: null,
  steps: {},
  status: 'invited',
  isBlocked: false,
  lastActionAt: null,
  completedAt: null,
})
