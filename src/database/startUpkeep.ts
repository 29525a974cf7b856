import type { Logger } from 'pino'
import type { Pool } from 'pg'

import { now } from '../clock.ts'
import { drawTiers } from '../operations/catalogue/drawTiers.system.ts'
import { refreshRatings } from '../operations/courses/refreshRatings.system.ts'
import { refreshStudentsCounts } from '../operations/courses/refreshStudentsCounts.system.ts'
import { scheduleChecks } from '../operations/fleet/scheduleChecks.system.ts'
import { incomingFolder } from '../operations/media/incomingFolder.ts'
import { sweepIdempotencyKeys } from '../operations/idempotency/sweepIdempotencyKeys.system.ts'
import { sweepSessions } from '../operations/identities/sweepSessions.system.ts'
import { sweepEmailClaims } from '../operations/profile/sweepEmailClaims.system.ts'
import { sweepIncoming } from '../operations/media/sweepIncoming.system.ts'
import { keepFactPartitions } from './keepFactPartitions.ts'

const intervalMs = 5000
/** Enrollments commit a little after their time; looking further back than needed costs nothing. */
const overlapMs = 60_000
/** No upload takes as long as that. */
const incomingMs = 60 * 60 * 1000
const sweepEveryMs = 10 * 60 * 1000

/** Work that nobody asks for and that must be done: counts, partitions. Any process may do it, twice does no harm. */
export const startUpkeep = (options: { pool: Pool; logger: Logger; mediaDir: string }) => {
  const { pool, logger, mediaDir } = options
  let countedUntil = new Date(0)
  let partitionsFor = ''
  let sweptAt = 0
  let running: Promise<void> = Promise.resolve()

  const work = async () => {
    const start = now()
    const month = start.toISOString().slice(0, 7)
    if (month !== partitionsFor) {
      await keepFactPartitions(pool)
      partitionsFor = month
    }
    await scheduleChecks(pool)
    const since = new Date(countedUntil.getTime() - overlapMs)
    await refreshStudentsCounts(pool, since)
    await refreshRatings(pool, since)
    countedUntil = start
    if (Date.now() - sweptAt > sweepEveryMs) {
      await sweepIncoming(incomingFolder(mediaDir), incomingMs)
      await sweepSessions(pool)
      await drawTiers(pool)
      await sweepEmailClaims(pool)
      await sweepIdempotencyKeys(pool)
      sweptAt = Date.now()
    }
  }
  const timer = setInterval(() => {
    running = running
      .then(work)
      .catch((error: unknown) => logger.warn({ err: error }, 'upkeep failed; it is tried again'))
  }, intervalMs)

  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
