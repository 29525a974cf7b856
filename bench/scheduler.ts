import { Pool } from 'pg'
import { pino } from 'pino'

import { newLearnerState } from '../src/lesson/engine/newLearnerState.ts'
import { processState } from '../src/processState.ts'
import { createScheduler } from '../src/scheduler/createScheduler.ts'
import { seedTemplate } from './bot/seedTemplate.ts'
import { openBenchDatabases } from './lib/benchDatabases.ts'
import { cpuTimeOf } from './lib/cpuTime.ts'
import { publishRows } from './lib/publishRows.ts'
import { readOptions } from './lib/readOptions.ts'
import { compareRounds } from './lib/rows.ts'
import { runBench } from './lib/runBench.ts'
import { runRounds } from './lib/runRounds.ts'
import { coursesCount, fillLearners, fillTimers, momentOfDue, writeMore } from './scheduler/fillTimers.ts'

/** `npm run bench -- scheduler`: what a due row costs among a million that wait, against ten thousand. docs/guides/bench.md */
const { json, rounds } = readOptions()

/** In both cases alike: it is the waiting rows that differ. */
const learners = 10_000
const waiting = { few: 10_000, many: 1_000_000 } as const
/** So many are due at a time, and so many times in each measurement. */
const dueCount = 5000
const times = 6

await runBench(async ({ say, onEnd }) => {
  const databases = await openBenchDatabases()
  onEnd(databases.close)
  say('a course')
  const template = await seedTemplate(databases)

  /** Ends all that is due now. */
  const endDue = async (pool: Pool): Promise<{ ms: number; cpuMs: number }> => {
    const { promise: allEnded, resolve } = Promise.withResolvers<void>()
    let ended = 0
    const cpuBefore = cpuTimeOf([process.pid, databases.pid])
    const since = performance.now()
    const scheduler = createScheduler({
      pool,
      logger: pino({ level: 'error' }),
      onEnded: () => {
        ended += 1
        if (ended === dueCount) resolve()
      },
    })
    await allEnded
    const ms = performance.now() - since
    const cpuMs = cpuTimeOf([process.pid, databases.pid]) - cpuBefore
    await scheduler.stop()
    return { ms, cpuMs }
  }

  const startCase = async (name: keyof typeof waiting) => {
    say(`${waiting[name].toLocaleString('en')} rows that wait, in ${coursesCount} courses`)
    const url = await databases.create(name, template)
    const client = await databases.connect(url)
    let at = new Date()
    await fillLearners(client, { learners, state: newLearnerState() })
    await fillTimers(client, waiting[name], at)
    let written: number = waiting[name]
    const pool = new Pool({ connectionString: url, max: 4 })
    onEnd(() => pool.end())
    return async () => {
      const sum = { ms: 0, cpuMs: 0 }
      for (let time = 0; time < times; time++) {
        const from = at
        at = await momentOfDue(client, dueCount)
        await databases.settle()
        processState().clockOffsetMs = at.getTime() - Date.now()
        const { ms, cpuMs } = await endDue(pool)
        sum.ms += ms
        sum.cpuMs += cpuMs
        await writeMore(client, { count: dueCount, from, to: at, first: written })
        written += dueCount
      }
      const count = dueCount * times
      return { perSecond: (count * 1000) / sum.ms, cpuMs: sum.cpuMs / count }
    }
  }
  const cases = { few: await startCase('few'), many: await startCase('many') }
  say('warming up')
  for (const run of Object.values(cases)) await run()
  const measured = await runRounds(rounds, cases, (round, name, { perSecond, cpuMs }) =>
    say(`round ${round + 1} ${name}: ${perSecond.toFixed(0)} rows/s, ${cpuMs.toFixed(3)} ms CPU a row`),
  )
  const values = (name: keyof typeof cases, field: 'perSecond' | 'cpuMs') =>
    measured[name].map((measurement) => measurement[field])
  await publishRows(
    [
      compareRounds({
        case: 'due rows/s, 1,000,000 that wait against 10,000',
        ours: values('many', 'perSecond'),
        reference: values('few', 'perSecond'),
        aim: 0.8,
      }),
      compareRounds({
        case: 'CPU ms a due row, 1,000,000 that wait against 10,000',
        ours: values('many', 'cpuMs'),
        reference: values('few', 'cpuMs'),
      }),
    ],
    json,
  )
})
