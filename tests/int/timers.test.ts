import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { buildAction } from '../factories/buildAction.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

let lastLearner = 981_000

describe('what learners wait for', () => {
  let stack: Stack
  let payload: Payload
  let botId: string
  let course: string
  beforeAll(async () => {
    payload = await getTestPayload()
    const taught = await buildTaughtCourse(payload)
    botId = taught.bot.id
    course = taught.course.id
    stack = await startStack()
  })
  afterAll(() => stack.stop())

  const newLearner = async () => {
    const telegramUserId = (lastLearner += 1)
    await callApi('POST', '/runner/actions', {
      headers: { authorization: `Bearer ${process.env.RUNNER_SECRET}` },
      body: { actions: [buildAction({ botId, telegramUserId })], receipts: [] },
    })
    const { docs } = await payload.find({
      collection: 'enrollments',
      where: { 'user.telegramId': { equals: telegramUserId } },
    })
    return docs[0]?.id ?? expect.fail('no learner')
  }
  const addTimer = async (enrollment: string, dueAt: Date) => {
    const timer = { enrollment, course, kind: 'quizTime', step: 'step', attempt: 1, tries: 0 } as const
    return (await payload.create({ collection: 'timers', data: { ...timer, dueAt: dueAt.toISOString() } })).id
  }
  const isThere = async (id: string) =>
    (await payload.count({ collection: 'timers', where: { id: { equals: id } } })).totalDocs === 1
  const gone = (id: string) => waitFor('the timer to end', async () => !(await isThere(id)))

  it('should come when it is due, and not before', async () => {
    const learner = await newLearner()
    const later = await addTimer(learner, new Date(Date.now() + 3_600_000))
    const other = await newLearner()
    const due = await addTimer(other, new Date(Date.now() - 1000))
    await gone(due)
    expect(await isThere(later)).toBe(true)
  })

  it('should wait for a learner who is acting just now, and keep nobody else waiting', async () => {
    const [busy, free] = [await newLearner(), await newLearner()]
    const held = await addTimer(busy, new Date(Date.now() + 3_600_000))
    const client = await payload.db.pool.connect()
    try {
      await client.query('BEGIN')
      await client.query('SELECT id FROM enrollments WHERE id = $1 FOR UPDATE', [busy])
      await payload.db.pool.query('UPDATE timers SET due_at = $1 WHERE id = $2', [new Date(0), held])
      await gone(await addTimer(free, new Date(Date.now() - 1000)))
      expect(await isThere(held)).toBe(true)
      await client.query('COMMIT')
      await gone(held)
    } finally {
      client.release()
    }
  })

  it('should put off what cannot end, and go on with the others', async () => {
    const [broken, sound] = [await newLearner(), await newLearner()]
    await payload.db.pool.query(`UPDATE enrollments SET state = 'null'::jsonb WHERE id = $1`, [broken])
    const bad = await addTimer(broken, new Date(Date.now() - 2000))
    await gone(await addTimer(sound, new Date(Date.now() - 1000)))
    const { tries, dueAt } = await payload.findByID({ collection: 'timers', id: bad })
    expect(tries).toBeGreaterThan(0)
    expect(Date.parse(dueAt)).toBeGreaterThan(Date.now())
  })

  it('should go with its learner', async () => {
    const learner = await newLearner()
    const timer = await addTimer(learner, new Date(Date.now() + 3_600_000))
    await payload.db.pool.query('DELETE FROM enrollments WHERE id = $1', [learner])
    expect(await isThere(timer)).toBe(false)
  })
})
