import path from 'node:path'

import { startBenchProcess } from '../lib/benchProcess.ts'
import type { Sink } from '../lib/startSink.ts'
import type { BotCase } from './botCase.ts'
import { activeCount, createPicker } from './scene.ts'

const secret = 'floor'

/** A bare grammY webhook bot that makes the same calls of the Bot API for a tap as ours, and has no database. */
export const startFloor = async (sink: Sink): Promise<BotCase> => {
  const bot = await startBenchProcess(path.join(import.meta.dirname, 'floor.process.ts'), {
    args: [sink.url, secret],
  })
  return {
    webhookOf: () => ({ port: bot.port, path: '/', secret }),
    pids: [bot.pid],
    freshLearners: () => Promise.resolve(createPicker(activeCount)()),
    nextData: () => 'next',
    stop: bot.stop,
  }
}
