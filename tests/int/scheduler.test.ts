import type { Payload } from 'payload'
import { pino } from 'pino'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { createScheduler } from '../../src/scheduler/createScheduler.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'
import { waitFor } from '../helpers/waitFor.ts'

let lastLearner = 983_000
const minuteMs = 60_000

describe('the scheduler', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
  })

  const buildWaiting = async (learners: number, timersEach: number, dueAt: Date) => {
    const { course, bot } = await buildTaughtCourse(payload)
    const actions = Array.from({ length: learners }, () =>
      buildAction({ botId: bot.id, telegramUserId: (lastLearner += 1) }),
    )
    await callApi('POST', '/runner/actions', {
      headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
      body: { actions, receipts: [] },
    })
    await payload.db.pool.query(
      `INSERT INTO timers (enrollment_id, course, kind, step, attempt, due_at, tries)
       SELECT e.id, e.course_id, 'quizTime', 'step', n, $2::timestamptz + n * interval '1 millisecond', 0
       FROM enrollments e, generate_series(1, $3::int) AS n WHERE e.course_id = $1`,
      [course.id, dueAt, timersEach],
    )
    return course.id
  }
  /** Their reminders wait on. */
  const rest = async () => {
    const { rows } = await payload.db.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM timers WHERE kind = 'quizTime'`,
    )
    return rows[0]?.count
  }
  const schedulers: ReturnType<typeof createScheduler>[] = []
  afterEach(async () => {
    await payload.db.pool.query('DELETE FROM timers')
    await Promise.all(schedulers.splice(0).map((scheduler) => scheduler.stop()))
  })
  const start = (ended: { course: string; lateSeconds: number }[]) =>
    schedulers.push(
      createScheduler({
        pool: payload.db.pool,
        logger: pino({ level: 'silent' }),
        onEnded: (timer) => ended.push(timer),
      }),
    )

  it('should let courses take turns, the longest due first in each, and end each timer once', async () => {
    const now = Date.now()
    const crowded = await buildWaiting(30, 12, new Date(now - 60 * minuteMs))
    const others = [
      await buildWaiting(1, 3, new Date(now - minuteMs)),
      await buildWaiting(1, 3, new Date(now - minuteMs)),
    ]
    const ended: { course: string; lateSeconds: number }[] = []
    start(ended)
    start(ended)
    await waitFor('all timers to end', async () => (await rest()) === 0)

    expect(ended).toHaveLength(30 * 12 + 6)
    // In time order alone, they would come after all that became due an hour before.
    const last = ended.findLastIndex(({ course }) => others.includes(course))
    expect(last).toBeLessThan(200)
    expect(ended.every(({ lateSeconds }) => lateSeconds >= 59)).toBe(true)
    expect(ended.filter(({ course }) => course === crowded)).toHaveLength(360)
  })

  it('should take in a course that becomes due while another has much to do', async () => {
    const now = Date.now()
    const crowded = await buildWaiting(40, 250, new Date(now - 60 * minuteMs))
    const late = await buildWaiting(1, 1, new Date(now + 60 * minuteMs))
    const ended: { course: string; lateSeconds: number }[] = []
    start(ended)
    await waitFor('the first turn', () => ended.length > 0)
    await payload.db.pool.query('UPDATE timers SET due_at = $2 WHERE course = $1', [late, new Date()])
    await waitFor('the other course to have its turn', () => ended.some(({ course }) => course === late))
    const before = ended.slice(
      0,
      ended.findIndex(({ course }) => course === late),
    )
    expect(before.filter(({ course }) => course === crowded).length).toBeLessThan(40 * 250)
  })
})
