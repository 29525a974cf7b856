import type { RecentUpdate } from './types.ts'

/** The id of something that was not Telegram's: those are positive. Lower than any that the learner has. */
export const nextSystemId = (updates: readonly RecentUpdate[], now: string): number =>
  Math.min(-Date.parse(now), ...updates.map(({ id }) => id)) - 1
