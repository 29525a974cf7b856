import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { startBenchProcess } from '../../lib/benchProcess.ts'
import type { Sink } from '../../lib/startSink.ts'
import { beginMix } from './beginMix.ts'
import type { MixCase } from './mixCase.ts'
import type { MixScript } from './mixScript.ts'
import { mixUpdate } from './mixUpdate.ts'

const secret = 'floor'

/** A bare grammY webhook bot that makes the calls of the script, ready as they are, and has no database. */
export const startMixFloor = async (sink: Sink, script: MixScript): Promise<MixCase> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongbu-bench-floor-'))
  const file = path.join(folder, 'calls.json')
  await writeFile(file, JSON.stringify(script.updates.map(({ calls }) => calls)))
  const bot = await startBenchProcess(path.join(import.meta.dirname, 'mixFloor.process.ts'), {
    args: [sink.url, secret, file],
  })
  return {
    webhook: { port: bot.port, path: '/', secret },
    pids: [bot.pid],
    freshLearners: () => Promise.resolve(beginMix(script)),
    updateOf: ({ telegramId, at }) =>
      mixUpdate(telegramId, script.updates[at]?.event.type === 'tap' ? 'tap' : 'text', String(at)),
    stop: async () => {
      await bot.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
