import path from 'node:path'

import type { BenchDatabases } from '../lib/benchDatabases.ts'
import { startBenchProcess } from '../lib/benchProcess.ts'
import { productEnv, redisUrlOf } from '../lib/productEnv.ts'

/**
 * A database with a published course, its bot and no learners, to be copied.
 * @param course which of those that the seed knows
 */
export const seedTemplate = async (
  databases: BenchDatabases,
  course: 'steps' | 'mix' = 'steps',
): Promise<string> => {
  const databaseUrl = await databases.create(`template_${course}`)
  const env = productEnv({ databaseUrl, redisUrl: redisUrlOf(1) })
  const seeding = await startBenchProcess(path.join(import.meta.dirname, 'seedCourse.process.ts'), {
    env,
    args: [course],
  })
  await seeding.exited
  return databaseUrl
}
