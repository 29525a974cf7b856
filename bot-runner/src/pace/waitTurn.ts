import { setTimeout as sleep } from 'node:timers/promises'

import type { Pace } from './createPace.ts'

/**
 * Waits until a bot may send one more message, unless that takes too long.
 * @returns 0 when its turn has come, else for how many milliseconds it has not
 */
export const waitTurn = async (pace: Pick<Pace, 'take'>, bot: string, longestMs: number): Promise<number> => {
  let { waitMs, place } = await pace.take(bot)
  while (waitMs > 0 && waitMs <= longestMs) {
    await sleep(waitMs)
    ;({ waitMs, place } = await pace.take(bot, place))
  }
  return waitMs
}
