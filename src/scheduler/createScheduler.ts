import type { Logger } from 'pino'
import type { Pool } from 'pg'

import { nowIso } from '../clock.ts'
import { createTicker } from '../createTicker.ts'
import { processState } from '../processState.ts'
import { endTimers } from './endTimers.ts'
import { putTimersOff } from './putTimersOff.ts'

const sliceSize = 50

/**
 * Lets what learners wait for happen when its time has come. Any number of web processes share the work. If a slice
 * fails it is repeated timer by timer, so that none fails because of a neighbour; one that fails by itself is tried
 * again later.
 */
export const createScheduler = (options: { pool: Pool; logger: Logger }) => {
  const { pool, logger } = options

  const work = async (): Promise<boolean> => {
    const now = nowIso()
    const ended = await endTimers(pool, { now, most: sliceSize }).catch(async (error: unknown) => {
      logger.warn({ err: error }, 'a slice of timers failed: repeating it one by one')
      const { count } = await endTimers(pool, { now, most: 1 }).catch(async (cause: unknown) => {
        await putTimersOff(pool, { now, most: 1 })
        logger.error({ err: cause }, 'a timer could not end; it is tried again later')
        return { count: 1 }
      })
      return { count: count === 0 ? 0 : sliceSize }
    })
    if (ended.count > 0) processState().nudgeRelay?.()
    return ended.count === sliceSize
  }

  return createTicker({ work, name: 'the scheduler', logger })
}
