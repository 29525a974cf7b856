import { execFile } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import type { BenchDatabases } from '../lib/benchDatabases.ts'
import { startBenchProcess } from '../lib/benchProcess.ts'
import { productEnv, redisUrlOf } from '../lib/productEnv.ts'
import type { Sink } from '../lib/startSink.ts'
import type { BotCase } from './botCase.ts'
import { createPicker, firstTelegramId } from './scene.ts'

const here = import.meta.dirname
/** A copy is built, so that what Next makes lies where nothing looks for sources. */
const app = path.join(here, '../../.gongbu/bench-straightforward')
const secret = 'straightforward'
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

/** A grammY webhook bot that makes three stock calls of Payload's REST API per tap, through Next. */
export const startStraightforward = async (options: {
  learners: number
  databases: BenchDatabases
  sink: Sink
}): Promise<BotCase> => {
  const { learners, databases, sink } = options
  const databaseUrl = await databases.create('straightforward')
  const { NEXT_DIST_DIR: _, ...env } = productEnv({ databaseUrl, redisUrl: redisUrlOf(1) })
  await buildApp(env)
  const seeding = await startBenchProcess(path.join(here, 'straightforwardSeed.process.ts'), {
    // Payload makes the tables in development mode only.
    env: { ...env, NODE_ENV: 'development' },
  })
  await seeding.exited

  const client = await databases.connect(databaseUrl)
  await client.query(
    `INSERT INTO enrollments (telegram_id, course_id, enrolled_at)
     SELECT $1::numeric + n, (SELECT id FROM courses), now() FROM generate_series(0, $2::int - 1) n`,
    [firstTelegramId, learners],
  )
  await client.query('VACUUM (ANALYZE)')
  const { rows } = await client.query<{ id: number }>('SELECT id FROM courses')
  const web = await startBenchProcess(path.join(here, 'straightforwardWeb.process.ts'), {
    env,
    args: [app],
  })
  const bot = await startBenchProcess(path.join(here, 'straightforwardBot.process.ts'), {
    args: [sink.url, secret, `http://127.0.0.1:${web.port}`, String(rows[0]?.id)],
  })

  return {
    webhookOf: () => ({ port: bot.port, path: '/', secret }),
    pids: [web.pid, bot.pid],
    freshLearners: () => Promise.resolve(createPicker(learners)()),
    nextData: ({ position }) => `next:${position + 1}`,
    countCompleted: async () => {
      const { rows: counted } = await client.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM progress WHERE is_completed',
      )
      return counted[0]?.count ?? 0
    },
    stop: async () => {
      await bot.stop()
      await web.stop()
      await rm(app, { recursive: true, force: true })
    },
  }
}
