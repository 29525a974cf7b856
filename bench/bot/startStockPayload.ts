import { execFile } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import type { BenchDatabases } from '../lib/benchDatabases.ts'
import { startBenchProcess } from '../lib/benchProcess.ts'
import { productEnv, redisUrlOf } from '../lib/productEnv.ts'

const here = import.meta.dirname
/** A copy is built, so that what Next makes lies where nothing looks for sources. */
const app = path.join(here, '../../.gongbu/bench-straightforward')
const buildLimitMs = 5 * 60_000

/** @throws with what Next wrote, when it does not build */
const buildApp = async (env: Record<string, string>): Promise<void> => {
  await rm(app, { recursive: true, force: true })
  await cp(path.join(here, '../straightforward'), app, { recursive: true })
  const next = path.join(here, '../../node_modules/next/dist/bin/next')
  await promisify(execFile)(process.execPath, [next, 'build'], {
    cwd: app,
    env: { ...env, NODE_ENV: 'production', PATH: process.env.PATH },
    timeout: buildLimitMs,
  })
}

/** A stock Payload, served by Next as `next start` does, with one course of the bench's steps. */
export const startStockPayload = async (databases: BenchDatabases) => {
  const databaseUrl = await databases.create('straightforward')
  const { NEXT_DIST_DIR: _, ...env } = productEnv({ databaseUrl, redisUrl: redisUrlOf(1) })
  await buildApp(env)
  const seeding = await startBenchProcess(path.join(here, 'straightforwardSeed.process.ts'), {
    // Payload makes the tables in development mode only.
    env: { ...env, NODE_ENV: 'development' },
  })
  await seeding.exited
  const client = await databases.connect(databaseUrl)
  const { rows } = await client.query<{ id: number }>('SELECT id FROM courses')
  return {
    client,
    courseId: rows[0]?.id ?? 0,
    /** When the tables are filled. */
    start: async () => {
      const web = await startBenchProcess(path.join(here, 'straightforwardWeb.process.ts'), {
        env,
        args: [app],
      })
      return {
        pid: web.pid,
        port: web.port,
        stop: async () => {
          await web.stop()
          await rm(app, { recursive: true, force: true })
        },
      }
    },
  }
}
