import { stepStateOf } from '../stepStateOf.ts'
import type { LearnerState } from '../learnerState.ts'
import type { ReleaseStep } from '../release.ts'
import { isUnlocked } from './isUnlocked.ts'

/** Whether the step is not there for this learner: its rule hides it, and has not opened it. */
export const isStepHidden = ({ id, unlock }: ReleaseStep, state: LearnerState): boolean =>
  unlock?.show === 'hidden' && !isUnlocked(state, id) && stepStateOf(state, id) === null
