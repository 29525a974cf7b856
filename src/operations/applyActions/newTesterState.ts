import type { LearnerSettings } from '../../contracts/learnerSettings.ts'
import { newLearnerState } from '../../lesson/engine/newLearnerState.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'
import { firstTestVersion } from './isOfTest.ts'

/** `chosen`: settings that hold in the test alone. */
export type TesterState = LearnerState & { chosen?: Partial<LearnerSettings> }

/** The state of a tester whom the bot has shown nothing yet. */
export const newTesterState = (): TesterState => ({ ...newLearnerState(), version: firstTestVersion })
