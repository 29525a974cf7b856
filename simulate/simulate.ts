import { createChaos, type Killing } from './chaos/createChaos.ts'
import { planCrashes } from './chaos/planCrashes.ts'
import { checkAll } from './check/checkAll.ts'

import type { Invariant } from './check/createVerdicts.ts'
import type { Outcome } from './check/outcomeOf.ts'
import { createDraw } from './draw.ts'
import { createCreators } from './people/createCreators.ts'
import { createLearners } from './people/createLearners.ts'
import { createReviewers } from './people/createReviewers.ts'
import type { Knowledge } from './people/decide.ts'
import { makePeople } from './people/makePeople.ts'
import { hourMs, planSessions, type Session } from './people/planSessions.ts'
import { planCourse } from './plan/planCourse.ts'
import type { SimulationOptions } from './readOptions.ts'
import { startStack } from './stack/startStack.ts'
import { teachCourse, type TaughtCourse } from './stack/teachCourse.ts'
import { createChats } from './world/createChats.ts'
import { createTime } from './world/createTime.ts'
import { createUpdateCount } from './world/createUpdateCount.ts'
import { followEvents } from './world/followEvents.ts'
import { waitForCounts } from './world/waitForCounts.ts'
import { watchCalls } from './world/watchCalls.ts'

const dayMs = 24 * hourMs
/** Where each day's hours begin: later from day to day, so that nothing that takes whole days meets anybody. */
const firstMinute = 5
const laterMs = 90_000
/** In these hours of the day reviewers look at what waits, and authors publish. */
const reviewHours: ReadonlySet<number> = new Set([9, 18])
const editHour = 12

export type SimulationResult = {
  invariants: Invariant[]
  outcome: Outcome
  counts: {
    learners: number
    sittings: number
    deeds: number
    reviews: number
    calls: number
    moves: number
    crashes: number
  }
  seconds: number
}

export type SimulationSurroundings = {
  env: Record<string, string>
  /** More arguments for the Node of the web process. */
  nodeArgs?: string[]
  services?: Pick<Killing, 'postgres' | 'redis'>
  say: (text: string) => void
}

const knowledgeOf = ({ plan }: TaughtCourse): Knowledge => {
  const steps = [...plan.steps, ...plan.edits.flatMap(({ added }) => added)]
  return {
    steps: new Map(steps.map((step) => [step.key, step])),
    questions: new Map(steps.flatMap(({ questions }) => questions.map((one) => [one.token, one] as const))),
  }
}

/** Each theme has its learners as soon as there are some. */
const courseCount = (learners: number) => Math.min(8, Math.max(3, Math.ceil(learners / 3)))

/**
 * Learners, reviewers and authors live through so many days with the product as it runs, and what they leave is looked
 * at from all sides.
 *
 * @param env settings of an installation of its own, with an empty database
 * @param services how PostgreSQL and Redis are killed, where they are to be
 * @param say is told how it goes
 */
export const simulate = async (
  { learners: count, days, seed, chaos: targets }: SimulationOptions,
  { env, nodeArgs, services, say }: SimulationSurroundings,
): Promise<SimulationResult> => {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const stack = await startStack(env, nodeArgs)
  const chats = createChats()
  const updates = createUpdateCount()
  const calls = watchCalls(stack)
  const events = await followEvents(stack.emulatorUrl, (event) => {
    chats.take(event)
    updates.take(event)
  })
  try {
    const startsAt = (Math.floor(Date.now() / dayMs) + 1) * dayMs
    const courses: TaughtCourse[] = []
    for (let index = 0; index < courseCount(count); index++)
      courses.push(await teachCourse(stack, planCourse({ seed, index, startsAt, days })))
    const time = await createTime(stack, updates)
    await time.settle()
    updates.startOver()
    const people = makePeople({ seed, count, courses: courses.length, days })
    const sessions = planSessions(people, startsAt, days)
    const knowledge = new Map(courses.map((course) => [course, knowledgeOf(course)]))
    const learners = createLearners({
      ...{ stack, people, courses, chats, updates, time },
      knowledge: (course) => knowledge.get(course) ?? knowledgeOf(course),
    })
    const reviewers = createReviewers(stack, seed)
    const creators = createCreators(stack, courses, time)
    const revive = ({ kill, start }: typeof stack.web) => kill().then(start)
    const chaos = createChaos(
      planCrashes({ draw: createDraw(`${seed}|chaos`), targets, days }),
      {
        ...{ web: () => revive(stack.web), runner: () => revive(stack.runner) },
        ...(services ?? { postgres: () => Promise.resolve(), redis: () => Promise.resolve() }),
      },
      say,
    )
    const byHour = new Map<number, Session[]>()
    for (const session of sessions) byHour.set(session.hour, [...(byHour.get(session.hour) ?? []), session])
    say(`${courses.length} courses, ${count} learners, ${sessions.length} sittings`)

    for (let hour = 0; hour < days * 24; hour++) {
      const [day, hourOfDay] = [Math.floor(hour / 24), hour % 24]
      const sitting = byHour.get(hour)
      const isWorking = reviewHours.has(hourOfDay) || hourOfDay === editHour
      if (sitting === undefined && !isWorking) continue
      await time.advanceTo(startsAt + hour * hourMs + firstMinute * 60_000 + day * laterMs)
      if (hourOfDay === editHour) await creators.edit(day)
      if (reviewHours.has(hourOfDay)) await reviewers.review(hour)
      chaos.onDay(day)
      if (sitting) await learners.sit(sitting, chaos.disturb)
      await calls.readOn()
      if (hourOfDay === 18)
        say(`day ${day + 1}: ${learners.deeds()} deeds, ${time.steps()} moves of the clock`)
    }
    await time.advanceTo(startsAt + days * dayMs + hourMs)
    const endsAt = time.now()
    await waitForCounts(stack)
    await calls.readOn()
    return {
      ...(await checkAll({ stack, courses, calls, learners, chaos, endsAt })),
      counts: {
        ...{ learners: count, sittings: sessions.length, deeds: learners.deeds() },
        ...{
          reviews: reviewers.decided(),
          calls: calls.total(),
          moves: time.steps(),
          crashes: chaos.happened(),
        },
      },
      seconds: seconds(),
    }
  } finally {
    await events.stop()
    await stack.stop()
  }
}
