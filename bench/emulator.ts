import { mkdir } from 'node:fs/promises'

import { measureLoad, type LoadMeasurement } from './emulator/measureLoad.ts'
import { measureMemory } from './emulator/measureMemory.ts'
import { peopleCount, wantedPerSecond } from './emulator/scene.ts'
import { startEmulatorCase, startFloorCase } from './emulator/startCases.ts'
import { publishRows } from './lib/publishRows.ts'
import { readOptions } from './lib/readOptions.ts'
import { compareRounds } from './lib/rows.ts'
import { runBench } from './lib/runBench.ts'
import { runRounds } from './lib/runRounds.ts'
import { median, slopeOf } from './lib/spread.ts'

/** `npm run bench -- emulator`: what the emulator takes, and whether its memory stays flat. docs/guides/bench.md */
const { json, rounds, seconds, profile } = readOptions()

/** Several times as many as it takes until the first calls and messages are forgotten. */
const memoryUpdates = 240_000
/** Compiled code and caches of the start are no growth: the first points are not looked at. */
const settledPoints = 4

await runBench(async ({ say, onEnd }) => {
  if (profile !== undefined) await mkdir(profile, { recursive: true })
  say(`the emulator with ${peopleCount} chats`)
  const ours = await startEmulatorCase(profile)
  onEnd(ours.stop)
  const floor = await startFloorCase()
  onEnd(floor.stop)

  const cases = { ours: () => measureLoad(ours, seconds), floor: () => measureLoad(floor, seconds) }
  say('warming up')
  for (const run of Object.values(cases)) await run()
  const measured = await runRounds(
    rounds,
    cases,
    (round, name, { perSecond, cpuMs, openPerSecond, p50, p99 }) =>
      say(
        `round ${round + 1} ${name}: ${perSecond.toFixed(0)}/s, ${cpuMs.toFixed(2)} ms CPU; at ${openPerSecond.toFixed(0)}/s p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`,
      ),
  )
  await ours.requireDone()

  say(`memory over ${memoryUpdates} updates`)
  const memory = await measureMemory(ours, memoryUpdates, (updates, { live, resident }) =>
    say(`${updates} updates: ${live.toFixed(0)} MB referred to, ${resident.toFixed(0)} MB resident`),
  )
  await ours.requireDone()
  const settled = memory.slice(settledPoints).map(({ live }) => live)
  const half = settled.length / 2
  const growth = slopeOf(settled) / (memoryUpdates / 10 / 100_000)
  say(`growth in the settled part: ${growth.toFixed(1)} MB per 100,000 updates`)

  const values = (name: keyof typeof cases, field: keyof LoadMeasurement) =>
    measured[name].map((measurement) => measurement[field])
  const compare = (title: string, field: keyof LoadMeasurement, aim?: number) =>
    compareRounds({ case: title, ours: values('ours', field), reference: values('floor', field), aim })
  await publishRows(
    [
      compareRounds({
        case: `updates/s, closed loop, against ${wantedPerSecond}/s`,
        ours: values('ours', 'perSecond'),
        reference: values('ours', 'perSecond').map(() => wantedPerSecond),
        aim: 1,
      }),
      compare('updates/s, closed loop, against the floor', 'perSecond'),
      compare('CPU ms/update, against the floor', 'cpuMs'),
      compare(`p50 ms at ${wantedPerSecond}/s, against the floor`, 'p50'),
      compare(`p99 ms at ${wantedPerSecond}/s, against the floor`, 'p99'),
      compareRounds({
        case: `MB referred to, updates ${(memoryUpdates / 10) * settledPoints}–${memoryUpdates}: first half against the second`,
        ours: [median(settled.slice(0, half))],
        reference: [median(settled.slice(half))],
        aim: 0.95,
      }),
    ],
    json,
  )
})
