import type { Logger } from 'pino'
import type { Pool } from 'pg'

import { nowIso } from '../clock.ts'
import { createTicker } from '../createTicker.ts'
import { processState } from '../processState.ts'
import { endTimers, type EndedTimer } from './endTimers.ts'
import { findDueCourses } from './findDueCourses.ts'
import { putTimerOff } from './putTimerOff.ts'

const sliceSize = 50
const coursesPerSlice = 10
/** Courses in which timers have become due meanwhile come in so often, and have their turn first. */
const findEveryMs = 500

/**
 * Lets what learners wait for happen when its time has come. Any number of web processes share the work. Courses take
 * turns, so that the few learners of one need not wait for the many of another; within a course it goes in the order of
 * time. If a slice fails it is repeated timer by timer, so that none fails because of a neighbour; one that fails by
 * itself is tried again later.
 *
 * @param onEnded told of each timer that has ended, and how late, in seconds of product time
 */
export const createScheduler = (options: {
  pool: Pool
  logger: Logger
  onEnded: (timer: { course: string; kind: string; lateSeconds: number }) => void
}) => {
  const { pool, logger, onEnded } = options
  /** Courses whose turn has not come yet. */
  let round: string[] = []
  let foundAt = 0

  const oneByOne = async (now: string, courses: string[]): Promise<EndedTimer[]> => {
    const ended: EndedTimer[] = []
    for (const course of courses)
      try {
        ended.push(...(await endTimers(pool, { now, courses: [course], most: 1 })))
      } catch (error) {
        await putTimerOff(pool, { now, course })
        logger.error({ err: error }, 'a timer could not end; it is tried again later')
      }
    return ended
  }

  const work = async (): Promise<boolean> => {
    const now = nowIso()
    if (round.length === 0 || performance.now() - foundAt > findEveryMs) {
      const known = new Set(round)
      const due = await findDueCourses(pool, now)
      round = [...due.filter((course) => !known.has(course)), ...round]
      foundAt = performance.now()
    }
    if (round.length === 0) return false
    const courses = round.splice(0, coursesPerSlice)
    const most = Math.ceil(sliceSize / courses.length)
    let isWhole = true
    const ended = await endTimers(pool, { now, courses, most }).catch((error: unknown) => {
      logger.warn({ err: error }, 'a slice of timers failed: repeating it one by one')
      isWhole = false
      return oneByOne(now, courses)
    })
    for (const { course, kind, dueAt } of ended)
      onEnded({ course, kind, lateSeconds: Math.max(0, (Date.parse(now) - dueAt.getTime()) / 1000) })
    if (ended.length > 0) processState().nudgeRelay?.()
    // Those that have more wait for their next turn behind the others.
    const countOf = (course: string) => ended.filter((timer) => timer.course === course).length
    round.push(...courses.filter((course) => !isWhole || countOf(course) === most))
    return round.length > 0
  }

  return createTicker({ work, name: 'the scheduler', logger })
}
