import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { refreshRatings } from '../../src/operations/courses/refreshRatings.system.ts'
import { refreshStudentsCounts } from '../../src/operations/courses/refreshStudentsCounts.system.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { actIn } from '../helpers/actIn.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'

type Taught = Awaited<ReturnType<typeof buildTaughtCourse>>

describe('what learners do besides learning', () => {
  let payload: Payload
  let taught: Taught
  beforeAll(async () => {
    payload = await getTestPayload()
    taught = await buildTaughtCourse(payload, { steps: ['One', 'Two'] })
  })

  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await payload.db.pool.query<Row>(text, values)).rows

  const enrollmentOf = async (telegramUserId: number, { course } = taught) =>
    (
      await query<{
        id: string
        userId: string
        status: string
        percent: number
        state: { stepId: string | null }
      }>(
        `SELECT e.id, e.user_id AS "userId", e.status::text AS status, e.progress_percent::int AS percent, e.state
         FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = $1 AND e.course_id = $2`,
        [telegramUserId, course.id],
      )
    )[0]

  it('should keep settings with the person, for all their courses and whatever Telegram says', async () => {
    const other = await buildTaughtCourse(payload, { steps: ['One'] })
    const ann = actIn(taught)
    await ann.begin()
    await ann.command('settings')
    expect(await ann.tap({ action: 'set', choice: 'languageRu' })).toMatchObject({
      locale: 'ru',
      effects: [{ type: 'settings', settings: { locale: 'ru' } }],
    })
    await ann.tap({ action: 'set', choice: 'quiet23to10' })
    await ann.tap({ action: 'set', choice: 'remindersOff' })
    await ann.tap({ action: 'set', choice: 'typeZone' })
    expect(await ann.say('Казань')).toMatchObject({
      effects: [{ settings: { timeZone: 'Europe/Moscow' } }],
    })
    expect(
      await query(
        `SELECT locale::text, time_zone, reminders_enabled, quiet_from::int, quiet_to::int FROM users WHERE telegram_id = $1`,
        [ann.id],
      ),
    ).toEqual([
      {
        ...{ locale: 'ru', time_zone: 'Europe/Moscow', reminders_enabled: false },
        ...{ quiet_from: 1380, quiet_to: 600 },
      },
    ])
    expect(await actIn(other, ann.id).begin()).toMatchObject({ locale: 'ru' })
    expect(await ann.tap({ action: 'set', choice: 'languageAuto' })).toMatchObject({ locale: 'en' })
  })

  it('should let the same person change settings in two courses at once', async () => {
    const other = await buildTaughtCourse(payload, { steps: ['One'] })
    const here = actIn(taught)
    const there = actIn(other, here.id)
    await here.begin()
    await there.begin()
    await Promise.all(
      Array.from({ length: 10 }, (_, time) => [
        here.tap({ action: 'set', choice: time % 2 ? 'languageRu' : 'languageEn' }),
        there.tap({ action: 'set', choice: time % 2 ? 'quietNone' : 'quiet22to8' }),
      ]).flat(),
    )
    await here.tap({ action: 'set', choice: 'languageRu' })
    await there.tap({ action: 'set', choice: 'quietNone' })
    expect(
      await query(`SELECT locale::text, quiet_from FROM users WHERE telegram_id = $1`, [here.id]),
    ).toEqual([{ locale: 'ru', quiet_from: null }])
  })

  it('should have the right average and numbers whoever rates at once', async () => {
    const course = await buildTaughtCourse(payload, { steps: ['One', 'Two'] })
    const learners = Array.from({ length: 20 }, () => actIn(course))
    const since = new Date(0)
    let isOver = false
    // As the processes do, over and over, while learners come and rate.
    const upkeep = (async () => {
      while (!isOver) {
        await refreshStudentsCounts(payload.db.pool, since)
        await refreshRatings(payload.db.pool, since)
      }
    })()
    await Promise.all(
      learners.map(async (learner, index) => {
        await learner.begin()
        await learner.tap({ action: 'next' })
        await learner.tap({ action: 'rate', option: 1 })
        await learner.tap({ action: 'rate', option: 1 + (index % 5) })
        await learner.say(`Comment ${index}`)
      }),
    )
    isOver = true
    await upkeep
    await refreshStudentsCounts(payload.db.pool, since)
    await refreshRatings(payload.db.pool, since)
    const found = await payload.findByID({ collection: 'courses', id: course.course.id })
    expect(found).toMatchObject({ studentsCount: 20, ratingsCount: 20, rating: 3 })
    const { docs } = await payload.find({
      collection: 'ratings',
      where: { course: { equals: course.course.id } },
      pagination: false,
    })
    expect(docs.map(({ comment }) => comment).sort()).toEqual(
      learners.map((_, index) => `Comment ${index}`).sort(),
    )
    expect(await actIn(course).act({ type: 'start', payload: null })).toMatchObject({
      effects: [{ type: 'welcome', rating: 3 }],
    })
  })

  it('should show ratings to the course’s author, and to nobody else', async () => {
    const ann = actIn(taught)
    await ann.begin()
    await ann.tap({ action: 'next' })
    await ann.tap({ action: 'rate', option: 2 })
    await ann.say('Between us')
    const stranger = await createUser(payload)
    const list = (user: typeof taught.author.user | null) =>
      payload.find({
        collection: 'ratings',
        overrideAccess: false,
        user,
        where: { comment: { equals: 'Between us' } },
      })
    expect((await list(taught.author.user)).docs).toMatchObject([{ stars: 2 }])
    expect((await list(stranger.user)).docs).toEqual([])
    await expect(list(null)).rejects.toThrow()
    for (const user of [taught.author.user, stranger.user])
      await expect(
        payload.create({
          ...{ collection: 'ratings', overrideAccess: false, user },
          data: {
            ...{ course: taught.course.id, user: user.id, learnerName: 'Me', stars: 5 },
            changedAt: new Date().toISOString(),
          },
        }),
      ).rejects.toThrow()
  })

  it('should begin anew without undoing what is finished', async () => {
    const ann = actIn(taught)
    await ann.begin()
    await ann.tap({ action: 'next' })
    await ann.tap({ action: 'next' })
    expect(await enrollmentOf(ann.id)).toMatchObject({ status: 'completed', percent: 100 })
    await ann.command('restart')
    expect(await ann.tap({ action: 'restart' })).toMatchObject({
      effects: [{ type: 'welcome', next: 'begin' }],
    })
    await ann.tap({ action: 'begin' })
    const enrollment = await enrollmentOf(ann.id)
    expect(enrollment).toMatchObject({ status: 'completed', percent: 100 })
    expect(await query('SELECT is_completed FROM progress WHERE user_id = $1', [enrollment?.userId])).toEqual(
      [{ is_completed: true }, { is_completed: true }],
    )
  })
})
