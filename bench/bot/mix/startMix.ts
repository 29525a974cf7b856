import { setTimeout as pause } from 'node:timers/promises'

import { encodeTap } from '../../../src/lesson/callbackData.ts'
import type { BenchDatabases } from '../../lib/benchDatabases.ts'
import type { Sink } from '../../lib/startSink.ts'
import { addLearners, removeLearners } from '../addLearners.ts'
import { activeCount } from '../scene.ts'
import { startProduct } from '../startProduct.ts'
import { beginMix } from './beginMix.ts'
import type { MixCase } from './mixCase.ts'
import { writeMixScript, type MixScript } from './mixScript.ts'
import { mixUpdate } from './mixUpdate.ts'

const passedOnLimitMs = 30_000

/** The product with learners in the course of the mix, and the script that they follow. */
export const startMix = async (options: {
  index: number
  template: string
  databases: BenchDatabases
  sink: Sink
  profile: string | undefined
}): Promise<MixCase & { script: MixScript }> => {
  const product = await startProduct({ ...options, name: 'mix' })
  const { client, release, webhook, pids, stop } = product
  const script = writeMixScript(release, new Date().toISOString())

  /** What the last measurement's learners handed in is passed on, also after the updates are answered. */
  const waitUntilPassedOn = async () => {
    for (const deadline = Date.now() + passedOnLimitMs; ; await pause(100)) {
      const { rowCount } = await client.query(
        `SELECT FROM outbox WHERE topic IN ('submission', 'reviewer') LIMIT 1`,
      )
      if (rowCount === 0) return
      if (Date.now() > deadline) throw new Error('what was handed in is not passed on')
    }
  }

  return {
    script,
    webhook,
    pids,
    freshLearners: async () => {
      await waitUntilPassedOn()
      await removeLearners(client)
      const now = new Date().toISOString()
      const templates = writeMixScript(release, now).starts
      await addLearners(client, { release, templates, count: activeCount, now })
      return beginMix(script)
    },
    updateOf: ({ telegramId, at }) => {
      const { event } = script.updates[at]!
      if (event.type === 'tap') return mixUpdate(telegramId, 'tap', encodeTap(event.tap))
      return mixUpdate(telegramId, 'text', event.type === 'message' ? (event.text ?? '') : '')
    },
    countFacts: async () => {
      const { rows } = await client.query<{ type: string; count: number }>(
        'SELECT type, count(*)::int AS count FROM facts GROUP BY type',
      )
      return Object.fromEntries(rows.map(({ type, count }) => [type, count]))
    },
    stop,
  }
}
