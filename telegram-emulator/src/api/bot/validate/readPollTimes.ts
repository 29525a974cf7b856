import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { LIMITS } from './limits.ts'

interface PollTimes {
  open_period: number
  close_date: number
}

/** When the poll closes by itself: both fields are shown, whichever was given; open_period comes first. */
export function readPollTimes(parameters: Parameters, now: number): PollTimes | undefined {
  const [least, most] = LIMITS.pollOpenS
  const period = parameters.integer('open_period', 0, 0, most)
  const date = parameters.integer('close_date', 0)
  if (period === 0 && date === 0) return undefined
  const open_period = period === 0 ? date - now : period
  // Telegram's own words are not known.
  if (open_period < least || open_period > most)
    throw badRequest(`poll must close in ${least}–${most} seconds`)
  return { open_period, close_date: now + open_period }
}
