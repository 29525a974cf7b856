import type { Payload } from 'payload'

import { monitorRedis } from './monitorRedis.ts'
import { snapshotTables } from './snapshotTables.ts'

/** What is said to Redis from now on, jobs among it, and what stands in the database then, versions among it. */
export const recordTraces = async (payload: Payload) => {
  const monitor = await monitorRedis(process.env.REDIS_URL ?? '')
  return {
    /** Ends the recording. */
    read: async () => ({
      redis: (await monitor.stop()).join('\n'),
      tables: JSON.stringify(await snapshotTables(payload)),
    }),
  }
}
