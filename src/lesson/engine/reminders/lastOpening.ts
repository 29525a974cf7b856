import type { LearnerState } from '../types.ts'

/** When a step was last opened to the learner by time or rule; '' when none was. */
export const lastOpening = ({ unlocked = {} }: LearnerState): string =>
  Object.values(unlocked).toSorted().at(-1) ?? ''
