import type { Chaos } from '../chaos/createChaos.ts'
import type { Learners } from '../people/createLearners.ts'
import type { SimulatedStack } from '../stack/startStack.ts'
import type { TaughtCourse } from '../stack/teachCourse.ts'
import { errorLines } from '../world/logLines.ts'
import type { CallWatch } from '../world/watchCalls.ts'
import { courseZone } from '../plan/courseZone.ts'
import { checkCourses } from './checkCourses.ts'
import { checkLearner } from './checkLearner.ts'
import { checkNotices } from './checkNotices.ts'
import { checkOpenings } from './checkOpenings.ts'
import { createVerdicts, type Invariant } from './createVerdicts.ts'
import { readHistories, readReleases } from './history.ts'
import { outcomeOf, type Outcome } from './outcomeOf.ts'

/** What a process says when another one that it needs is gone, once for each outage. */
const outage =
  /cannot work; it keeps trying|database system is (not yet accepting connections|starting up)|Connection terminated|unexpected postmaster exit|ECONNREFUSED/
const isOutage = (line: string) => outage.test(line)

/** Looks at everything that the simulation has left, once it has come to rest. */
export const checkAll = async (options: {
  stack: Pick<SimulatedStack, 'pool' | 'web' | 'runner'>
  courses: readonly TaughtCourse[]
  calls: CallWatch
  learners: Pick<Learners, 'refused' | 'lives'>
  chaos: Pick<Chaos, 'inFlight' | 'happened'>
  /** Simulated. */
  endsAt: number
}): Promise<{ invariants: Invariant[]; outcome: Outcome }> => {
  const { stack, courses, calls, learners, chaos, endsAt } = options
  const verdicts = createVerdicts()
  const releases = await readReleases(stack.pool)
  const histories = await readHistories(stack.pool)
  const lives = learners.lives()
  const zones = new Map(histories.map(({ telegramId, timeZone }) => [telegramId, timeZone]))
  const zoneOf = (person: number) => (at: number) => {
    const [own, since] = [zones.get(person), lives.get(person)?.zoneAt ?? null]
    if (own == null || since === null || at < since) return { zone: courseZone, since: 0 }
    return { zone: own, since }
  }
  for (const history of histories) {
    const course = courses.find(({ id }) => id === history.courseId)
    if (course === undefined) continue
    const { publications } = course
    const zoneAt = zoneOf(history.telegramId)
    checkLearner(history, {
      ...{ releases, publications, verdicts, endsAt },
      onTurn: checkOpenings({ verdicts, publications, zoneAt }),
    })
  }
  await checkNotices({
    ...{ pool: stack.pool, calls, verdicts, mostUncertain: chaos.inFlight() },
    lifeOf: (person) => lives.get(person),
    zoneOf: (person, at) => zoneOf(person)(at).zone,
  })
  await checkCourses(stack.pool, verdicts)
  verdicts.expect('all calls to Telegram are valid', calls.puzzling().length === 0, () =>
    JSON.stringify(calls.puzzling().slice(0, 3)),
  )
  verdicts.expect('what stands in a chat can be done', learners.refused.length === 0, () =>
    learners.refused.slice(0, 3).join('; '),
  )
  verdicts.expect(
    'lesson views are repeated after a crash alone',
    calls.repeated() <= chaos.inFlight(),
    () => `${calls.repeated()} repeated, ${chaos.inFlight()} in flight: ${calls.repetition()}`,
  )
  for (const [name, { output }] of Object.entries({ web: stack.web, runner: stack.runner })) {
    const errors = errorLines(output()).filter(({ line }) => chaos.happened() === 0 || !isOutage(line))
    verdicts.expect(
      'no process logs an error',
      errors.length === 0,
      () => `${name}: ${JSON.stringify(errors.slice(0, 3))}`,
    )
  }
  return { invariants: verdicts.rows(), outcome: outcomeOf(histories, courses) }
}
