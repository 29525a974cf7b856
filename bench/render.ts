import { measureCase } from './bot/measureCase.ts'
import { activeCount } from './bot/scene.ts'
import { seedTemplate } from './bot/seedTemplate.ts'
import { startOurs } from './bot/startOurs.ts'
import { openBenchDatabases } from './lib/benchDatabases.ts'
import { publishRows } from './lib/publishRows.ts'
import { readOptions } from './lib/readOptions.ts'
import { compareRounds } from './lib/rows.ts'
import { runBench } from './lib/runBench.ts'
import { runRounds } from './lib/runRounds.ts'
import { startSink } from './lib/startSink.ts'
import { lessons, plainLesson } from './render/lessons.ts'
import { joinTexts, renderSteps } from './render/renderSteps.ts'

/** `npm run bench -- render`: what rendering costs, alone and as a part of an update. docs/guides/bench.md */
const { json, rounds, seconds } = readOptions()

/** CPU milliseconds of one step, of this process alone: what others do on the machine is not in it. */
const cpuOf = (steps: number, render: () => void): number => {
  const start = process.cpuUsage()
  const deadline = performance.now() + seconds * 1000
  let done = 0
  while (performance.now() < deadline) {
    render()
    done += steps
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / done
}

await runBench(async ({ say, onEnd }) => {
  const databases = await openBenchDatabases()
  onEnd(databases.close)
  const sink = await startSink()
  onEnd(sink.stop)
  say('the course and its bot')
  const template = await seedTemplate(databases)
  const bot = await startOurs({ index: 1, learners: activeCount, template, databases, sink })
  onEnd(bot.stop)
  await databases.settle()

  const update = () =>
    measureCase({ name: 'update', bot, sink, postgresPid: databases.pid, seconds }).then(({ cpuMs }) => cpuMs)
  const rendering = (steps: number, render: () => void) => () => Promise.resolve(cpuOf(steps, render))
  const many = lessons.steps.length
  const cases = {
    rich: rendering(many, () => renderSteps(lessons, 'rich')),
    classic: rendering(many, () => renderSteps(lessons, 'classic')),
    text: rendering(many, () => joinTexts(lessons)),
    plainRich: rendering(1, () => renderSteps(plainLesson, 'rich')),
    plainClassic: rendering(1, () => renderSteps(plainLesson, 'classic')),
    update,
  }
  say('warming up')
  for (const run of Object.values(cases)) await run()
  const measured = await runRounds(rounds, cases, (round, name, cpuMs) =>
    say(`round ${round + 1} ${name}: ${cpuMs.toFixed(4)} ms CPU`),
  )

  const perSecond = (name: keyof typeof cases) => measured[name].map((cpuMs) => 1000 / cpuMs)
  const speed = (title: string, name: keyof typeof cases) =>
    compareRounds({ case: title, ours: perSecond(name), reference: perSecond('text') })
  const share = (title: string, name: keyof typeof cases) =>
    compareRounds({ case: title, ours: measured[name], reference: measured.update })
  await publishRows(
    [
      speed('steps/s of CPU time, rich, against the bare text', 'rich'),
      speed('steps/s of CPU time, classic, against the bare text', 'classic'),
      share('CPU ms, rich, a mixed lesson against a whole update', 'rich'),
      share('CPU ms, classic, a mixed lesson against a whole update', 'classic'),
      share('CPU ms, rich, the step of a whole update against it', 'plainRich'),
      share('CPU ms, classic, the step of a whole update against it', 'plainClassic'),
    ],
    json,
  )
})
