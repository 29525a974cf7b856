import { encodeTap } from '../../src/lesson/callbackData.ts'
import type { BenchDatabases } from '../lib/benchDatabases.ts'
import type { Sink } from '../lib/startSink.ts'
import { addLearners, removeLearners } from './addLearners.ts'
import type { BotCase } from './botCase.ts'
import { activeCount, createPicker } from './scene.ts'
import { startProduct } from './startProduct.ts'
import { stepTemplates } from './stepTemplates.ts'

/** The product with so many learners in the course of equal steps. */
export const startOurs = async (options: {
  index: number
  learners: number
  template: string
  databases: BenchDatabases
  sink: Sink
  profile?: string
}): Promise<BotCase> => {
  const { learners, profile, ...rest } = options
  const product = await startProduct({ ...rest, profile, name: String(learners) })
  const { client, release, webhook, pids, stop } = product
  const enrol = () => {
    const now = new Date().toISOString()
    return addLearners(client, {
      release,
      templates: stepTemplates(release, now),
      count: learners,
      now,
    })
  }
  await enrol()
  /** With few learners all are active: they begin anew. With many, others take their turn. */
  const isAllActive = learners === activeCount
  let pick = createPicker(learners)

  return {
    webhookOf: () => webhook,
    pids,
    freshLearners: async () => {
      if (isAllActive) {
        await removeLearners(client)
        await enrol()
        pick = createPicker(learners)
      }
      return pick()
    },
    // The welcome is the first view, the first step the second.
    nextData: ({ position }) => encodeTap({ action: 'next', version: position + 2 }),
    countCompleted: async () => {
      const { rows: counted } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM facts WHERE type = 'step_completed'`,
      )
      return counted[0]?.count ?? 0
    },
    stop,
  }
}
