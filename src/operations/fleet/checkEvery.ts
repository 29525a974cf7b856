import { now } from '../../clock.ts'

/** How often Telegram is asked what it knows of a bot. */
export const checkEveryMs = 6 * 60 * 60 * 1000

/** When a bot of now is first looked at. */
export const firstCheckAt = (): string => new Date(now().getTime() + checkEveryMs).toISOString()
