import { Agent, get } from 'node:http'
import path from 'node:path'

import { seedTemplate } from '../bot/seedTemplate.ts'
import type { BenchDatabases } from '../lib/benchDatabases.ts'
import { startBenchProcess } from '../lib/benchProcess.ts'
import { closedLoop, openLoop } from '../lib/load.ts'
import { productEnv, redisUrlOf } from '../lib/productEnv.ts'
import { compareRounds, type Row } from '../lib/rows.ts'
import { runRounds } from '../lib/runRounds.ts'
import { quantile } from '../lib/spread.ts'
import { createQuestions } from './createQuestions.ts'
import { fillCatalogue } from './fillCatalogue.ts'

const sizes = { few: 1000, many: 100_000 } as const
/** What people ask at a busy time, and how soon nearly all of them shall see what there is. */
const questionsPerSecond = 50
const wantedMs = 50
const inFlight = 4

type Name = keyof typeof sizes

/** Asks the product's API, one connection for each that are asked at once. */
const createAsker = (port: number) => {
  const agent = new Agent({ keepAlive: true })
  const next = createQuestions()
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const path = `/api/v1/courses?search=${encodeURIComponent(next())}`
      get({ port, host: '127.0.0.1', path, agent }, (answer) => {
        answer.resume().on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${answer.statusCode}`)))) // prettier-ignore
      }).on('error', reject)
    })
  return { ask, close: () => agent.destroy() }
}

/**
 * The catalogue's search over HTTP in two installations, one with 1,000 courses and one with 100,000: full load for
 * how many are answered, then 50 a second for how soon.
 * @returns rows with their aims
 */
export const measureSearch = async (options: {
  databases: BenchDatabases
  rounds: number
  seconds: number
  say: (text: string) => void
  onEnd: (close: () => Promise<void>) => void
  /** Number of the first of the two Redis databases that are used. */
  index?: number
}): Promise<Row[]> => {
  const { databases, rounds, seconds, say, onEnd, index = 1 } = options
  const template = await seedTemplate(databases)

  const startCase = async (name: Name) => {
    say(`${sizes[name].toLocaleString('en')} courses`)
    const databaseUrl = await databases.create(`search_${name}`, template)
    const client = await databases.connect(databaseUrl)
    await fillCatalogue({ client, databaseUrl, count: sizes[name], say })
    const redisUrl = redisUrlOf(name === 'few' ? index : index + 1)
    const web = await startBenchProcess(path.join(import.meta.dirname, '../../src/server.ts'), {
      env: { ...productEnv({ databaseUrl, redisUrl }), PORT: '0', RATE_LIMIT_PER_MINUTE: '100000000' },
    })
    onEnd(web.stop)
    const { ask, close } = createAsker(web.port)
    onEnd(() => Promise.resolve(close()))
    return async () => {
      const { perSecond } = await closedLoop(ask, { inFlight, seconds })
      const { latencies } = await openLoop(ask, { perSecond: questionsPerSecond, seconds })
      return { perSecond, latencies }
    }
  }
  const cases = { few: await startCase('few'), many: await startCase('many') }
  await databases.settle()
  say('warming up')
  for (const run of Object.values(cases)) await run()
  const measured = await runRounds(rounds, cases, (round, name, { perSecond, latencies }) =>
    say(
      `round ${round + 1} ${name}: ${perSecond.toFixed(0)}/s; at ${questionsPerSecond}/s p50 ${quantile(latencies, 0.5).toFixed(1)} p99 ${quantile(latencies, 0.99).toFixed(1)} ms`,
    ),
  )
  const perSecond = (name: Name) => measured[name].map((measurement) => measurement.perSecond)
  const quantiles = (name: Name, share: number) =>
    measured[name].map(({ latencies }) => quantile(latencies, share))
  return [
    compareRounds({
      case: 'searches/s, 100,000 courses against 1,000',
      ours: perSecond('many'),
      reference: perSecond('few'),
      aim: 0.8,
    }),
    compareRounds({
      case: `ms allowed (${wantedMs}) against p99 at ${questionsPerSecond}/s, 100,000 courses`,
      ours: measured.many.map(() => wantedMs),
      reference: quantiles('many', 0.99),
      aim: 1,
    }),
    compareRounds({
      case: `p50 ms at ${questionsPerSecond}/s, 100,000 courses against 1,000`,
      ours: quantiles('many', 0.5),
      reference: quantiles('few', 0.5),
    }),
  ]
}
