import path from 'node:path'

import type { BenchDatabases } from '../lib/benchDatabases.ts'
import { startBenchProcess } from '../lib/benchProcess.ts'
import type { Sink } from '../lib/startSink.ts'
import type { BotCase } from './botCase.ts'
import { createPicker, firstTelegramId } from './scene.ts'
import { startStockPayload } from './startStockPayload.ts'

const secret = 'straightforward'

/** A grammY webhook bot that makes three stock calls of Payload's REST API per tap, through Next. */
export const startStraightforward = async (options: {
  learners: number
  databases: BenchDatabases
  sink: Sink
}): Promise<BotCase> => {
  const { learners, databases, sink } = options
  const { client, courseId, start } = await startStockPayload(databases)
  await client.query(
    `INSERT INTO enrollments (telegram_id, course_id, enrolled_at)
     SELECT $1::numeric + n, (SELECT id FROM courses), now() FROM generate_series(0, $2::int - 1) n`,
    [firstTelegramId, learners],
  )
  await client.query('VACUUM (ANALYZE)')
  const web = await start()
  const bot = await startBenchProcess(path.join(import.meta.dirname, 'straightforwardBot.process.ts'), {
    args: [sink.url, secret, `http://127.0.0.1:${web.port}`, String(courseId)],
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
    },
  }
}
