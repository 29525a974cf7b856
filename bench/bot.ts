import { mkdir } from 'node:fs/promises'

import { measureCase } from './bot/measureCase.ts'
import type { Measurement } from './bot/measureLoads.ts'
import { measureMix } from './bot/mix/measureMix.ts'
import { startMix } from './bot/mix/startMix.ts'
import { startMixFloor } from './bot/mix/startMixFloor.ts'
import { activeCount } from './bot/scene.ts'
import { seedTemplate } from './bot/seedTemplate.ts'
import { startFloor } from './bot/startFloor.ts'
import { startOurs } from './bot/startOurs.ts'
import { startStraightforward } from './bot/startStraightforward.ts'
import { openBenchDatabases } from './lib/benchDatabases.ts'
import { publishRows } from './lib/publishRows.ts'
import { readOptions } from './lib/readOptions.ts'
import { compareRounds, type Row } from './lib/rows.ts'
import { runBench } from './lib/runBench.ts'
import { runRounds } from './lib/runRounds.ts'
import { startSink } from './lib/startSink.ts'

/** `npm run bench -- bot`: what an update costs, against the least and the most obvious bot. docs/guides/bench.md */
const { json, rounds, seconds, profile } = readOptions()

const few = activeCount
const many = 100_000
const warmUpTaps = 1500
const warmUpLimitMs = 20_000
/** Node compiles what runs often, and a slow bot needs longer to have run often. */
const warmUp = async (run: () => Promise<Measurement>): Promise<void> => {
  const deadline = performance.now() + warmUpLimitMs
  for (let taps = 0; taps < warmUpTaps && performance.now() < deadline;)
    taps += (await run()).perSecond * seconds * 1.5
}

await runBench(async ({ say, onEnd }) => {
  const databases = await openBenchDatabases()
  onEnd(databases.close)
  if (profile !== undefined) await mkdir(profile, { recursive: true })
  const sink = await startSink()
  onEnd(sink.stop)
  const keep = <Case extends { stop: () => Promise<void> }>(started: Case): Case => {
    onEnd(started.stop)
    return started
  }

  say('the course and its bot')
  const template = await seedTemplate(databases)
  const ours = { template, databases, sink, profile }
  say('the straightforward bot')
  const straightforward = keep(await startStraightforward({ learners: few, databases, sink }))
  say(`ours with ${few} learners`)
  const withFew = keep(await startOurs({ ...ours, index: 1, learners: few }))
  say(`ours with ${many} learners`)
  const withMany = keep(await startOurs({ ...ours, index: 2, learners: many }))
  const floor = keep(await startFloor(sink))
  say('the mixed load')
  const mix = keep(
    await startMix({
      ...{ index: 3, databases, sink, profile },
      template: await seedTemplate(databases, 'mix'),
    }),
  )
  const mixFloor = keep(await startMixFloor(sink, mix.script))
  await databases.settle()

  const bots = { floor, withFew, withMany, straightforward }
  const measure = (name: keyof typeof bots) => () =>
    measureCase({ name, bot: bots[name], sink, postgresPid: databases.pid, seconds })
  const mixes = { mix, mixFloor }
  const measureMixed = (name: keyof typeof mixes) => () =>
    measureMix({
      ...{ name, sink, seconds, bot: mixes[name], script: mix.script },
      postgresPid: databases.pid,
    })
  const cases = {
    floor: measure('floor'),
    withFew: measure('withFew'),
    withMany: measure('withMany'),
    straightforward: measure('straightforward'),
    mixFloor: measureMixed('mixFloor'),
    mix: measureMixed('mix'),
  }
  say('warming up')
  for (const run of Object.values(cases)) await warmUp(run)
  const measured = await runRounds(rounds, cases, (round, name, { perSecond, cpuMs, p50, p99 }) =>
    say(
      `round ${round + 1} ${name}: ${perSecond.toFixed(0)}/s, ${cpuMs.toFixed(2)} ms CPU, p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`,
    ),
  )

  const values = (name: keyof typeof cases, field: keyof Measurement) =>
    measured[name].map((measurement) => measurement[field])
  const compare = (
    title: string,
    field: keyof Measurement,
    reference: keyof typeof cases,
    aim?: number,
  ): Row =>
    compareRounds({ case: title, ours: values('withFew', field), reference: values(reference, field), aim })
  const compareMixes = (title: string, field: keyof Measurement, aim?: number): Row =>
    compareRounds({ case: title, ours: values('mix', field), reference: values('mixFloor', field), aim })
  await publishRows(
    [
      compare('updates/s, closed loop, against the floor', 'perSecond', 'floor', 0.4),
      compare('updates/s, closed loop, against the straightforward bot', 'perSecond', 'straightforward', 5),
      compareRounds({
        case: 'updates/s, closed loop, 100,000 learners against 1,000',
        ours: values('withMany', 'perSecond'),
        reference: values('withFew', 'perSecond'),
        aim: 0.9,
        isWithinSpread: true,
      }),
      compareMixes('updates/s, mixed load, against its floor', 'perSecond', 0.35),
      compare('CPU ms/update, against the floor', 'cpuMs', 'floor'),
      compare('CPU ms/update, against the straightforward bot', 'cpuMs', 'straightforward'),
      compare('p50 ms at half the maximum, against the floor', 'p50', 'floor'),
      compare('p99 ms at half the maximum, against the floor', 'p99', 'floor'),
      compare('p50 ms at half the maximum, against the straightforward bot', 'p50', 'straightforward'),
      compare('p99 ms at half the maximum, against the straightforward bot', 'p99', 'straightforward'),
      compareMixes('CPU ms/update, mixed load, against its floor', 'cpuMs'),
      compareMixes('p50 ms at half the maximum, mixed load, against its floor', 'p50'),
      compareMixes('p99 ms at half the maximum, mixed load, against its floor', 'p99'),
    ],
    json,
  )
})
