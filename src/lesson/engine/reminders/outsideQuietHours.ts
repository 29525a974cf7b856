import type { LearnerSettings } from '../../../contracts/learnerSettings.ts'
import { nextAllowed } from '../../time/nextAllowed.ts'

/** This time, or the end of the learner's quiet hours that it is in. */
export const outsideQuietHours = (
  { quietFrom, quietTo }: Pick<LearnerSettings, 'quietFrom' | 'quietTo'>,
  iso: string,
  timeZone: string,
): string =>
  quietFrom === null || quietTo === null ? iso : nextAllowed(iso, { from: quietFrom, to: quietTo }, timeZone)
