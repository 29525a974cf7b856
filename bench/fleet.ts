import { measureCase } from './bot/measureCase.ts'
import type { Measurement } from './bot/measureLoads.ts'
import { seedTemplate } from './bot/seedTemplate.ts'
import { startFleet } from './fleet/startFleet.ts'
import { survive } from './fleet/survive.ts'
import { openBenchDatabases } from './lib/benchDatabases.ts'
import { publishRows } from './lib/publishRows.ts'
import { readOptions } from './lib/readOptions.ts'
import { compareRounds } from './lib/rows.ts'
import { runBench } from './lib/runBench.ts'
import { runRounds } from './lib/runRounds.ts'
import { startSink } from './lib/startSink.ts'

/** `npm run bench -- fleet`: what a thousand bots on one runner cost, against one bot. docs/guides/bench.md */
const { json, rounds, seconds } = readOptions()

const fleetSize = 1000
const warmUps = 3

await runBench(async ({ say, onEnd }) => {
  const databases = await openBenchDatabases()
  onEnd(databases.close)
  const sink = await startSink()
  onEnd(sink.stop)
  const keep = <Case extends { stop: () => Promise<void> }>(started: Case): Case => {
    onEnd(started.stop)
    return started
  }
  say('a course and its bot')
  const template = await seedTemplate(databases)
  const one = keep(await startFleet({ index: 1, bots: 1, template, databases, sink }))
  say(`${fleetSize} courses and their bots`)
  const many = keep(await startFleet({ index: 2, bots: fleetSize, template, databases, sink }))
  say(`set up in ${many.setUpSeconds.toFixed(0)} s`)
  await databases.settle()

  const fleets = { one, many }
  const measure = (name: keyof typeof fleets) => () =>
    measureCase({ name, bot: fleets[name], sink, postgresPid: databases.pid, seconds })
  const cases = { one: measure('one'), many: measure('many') }
  say('warming up')
  for (let count = 0; count < warmUps; count += 1) for (const run of Object.values(cases)) await run()
  const memory: Record<keyof typeof fleets, number[]> = { one: [], many: [] }
  const measured = await runRounds(rounds, cases, (round, name, { perSecond, cpuMs, p50, p99 }) => {
    memory[name].push(fleets[name].runnerMegabytes())
    say(
      `round ${round + 1} ${name}: ${perSecond.toFixed(0)}/s, ${cpuMs.toFixed(2)} ms CPU, p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`,
    )
  })
  say('a second runner joins and is killed')
  const survived = await survive(many, seconds * 2)
  say(`nothing lost of ${survived} taps`)

  const values = (name: keyof typeof cases, field: keyof Measurement) =>
    measured[name].map((measurement) => measurement[field])
  const compare = (title: string, field: keyof Measurement, aim?: number) =>
    compareRounds({ case: title, ours: values('many', field), reference: values('one', field), aim })
  await publishRows(
    [
      compare(`updates/s, closed loop, ${fleetSize} bots against one`, 'perSecond', 0.85),
      compare(`CPU ms/update, ${fleetSize} bots against one`, 'cpuMs'),
      compare(`p50 ms at half the maximum, ${fleetSize} bots against one`, 'p50'),
      compare(`p99 ms at half the maximum, ${fleetSize} bots against one`, 'p99'),
      compareRounds({
        case: `MB of the runner, ${fleetSize} bots against one`,
        ours: memory.many,
        reference: memory.one,
      }),
    ],
    json,
  )
})
