import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { ErasureResponse } from '../../src/contracts/erasure.ts'
import type { LessonEvent, Tap } from '../../src/contracts/lessonEvent.ts'
import type { RunnerActionsResponse } from '../../src/contracts/runnerActions.ts'
import { refreshRatings } from '../../src/operations/courses/refreshRatings.system.ts'
import { refreshStudentsCounts } from '../../src/operations/courses/refreshStudentsCounts.system.ts'
import { buildAction } from '../factories/buildAction.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

type Result = RunnerActionsResponse['results'][number]
type Taught = Awaited<ReturnType<typeof buildTaughtCourse>>
type TapDraft = Tap extends infer One ? (One extends Tap ? Omit<One, 'version'> : never) : never

let lastLearner = 7_700_000
const newLearner = () => (lastLearner += 1)
const command = (name: Extract<LessonEvent, { type: 'command' }>['command']): LessonEvent => ({
  type: 'command',
  command: name,
})
const said = (text: string): LessonEvent => ({
  type: 'message',
  kind: 'text',
  text,
  file: null,
  messageId: 1,
})

describe('what learners do besides learning', () => {
  let payload: Payload
  let taught: Taught
  beforeAll(async () => {
    payload = await getTestPayload()
    taught = await buildTaughtCourse(payload, { steps: ['One', 'Two'] })
  })

  const headers = () => ({ authorization: `Bearer ${process.env.RUNNER_SECRET}` })
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await payload.db.pool.query<Row>(text, values)).rows

  /** A learner in a course, acting one thing after the other. */
  const learnerIn = (course: Taught, id = newLearner()) => {
    let version = 0
    const act = async (event: LessonEvent): Promise<Result> => {
      const action = buildAction({ botId: course.bot.id, telegramUserId: id, event })
      const answer = await callApi<RunnerActionsResponse>('POST', '/runner/actions', {
        headers: headers(),
        body: { actions: [action], receipts: [] },
      })
      expect(answer.status).toBe(200)
      const result = answer.body.results[0] as Result
      for (const effect of result.effects) if ('version' in effect) version = effect.version
      return result
    }
    const tap = (draft: TapDraft) => act({ type: 'tap', tap: { ...draft, version } as Tap })
    const begin = async () => {
      await act({ type: 'start', payload: 'from-a-friend' })
      return tap({ action: 'begin' })
    }
    return { id, act, tap, begin }
  }
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
    const ann = learnerIn(taught)
    await ann.begin()
    await ann.act(command('settings'))
    expect(await ann.tap({ action: 'set', choice: 'languageRu' })).toMatchObject({
      locale: 'ru',
      effects: [{ type: 'settings', settings: { locale: 'ru' } }],
    })
    await ann.tap({ action: 'set', choice: 'quiet23to10' })
    await ann.tap({ action: 'set', choice: 'remindersOff' })
    await ann.tap({ action: 'set', choice: 'typeZone' })
    expect(await ann.act(said('Казань'))).toMatchObject({
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
    expect(await learnerIn(other, ann.id).begin()).toMatchObject({ locale: 'ru' })
    expect(await ann.tap({ action: 'set', choice: 'languageAuto' })).toMatchObject({ locale: 'en' })
  })

  it('should let the same person change settings in two courses at once', async () => {
    const other = await buildTaughtCourse(payload, { steps: ['One'] })
    const here = learnerIn(taught)
    const there = learnerIn(other, here.id)
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
    const learners = Array.from({ length: 20 }, () => learnerIn(course))
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
        await learner.act(said(`Comment ${index}`))
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
    expect(await learnerIn(course).act({ type: 'start', payload: null })).toMatchObject({
      effects: [{ type: 'welcome', rating: 3 }],
    })
  })

  it('should show ratings to the course’s author, and to nobody else', async () => {
    const ann = learnerIn(taught)
    await ann.begin()
    await ann.tap({ action: 'next' })
    await ann.tap({ action: 'rate', option: 2 })
    await ann.act(said('Between us'))
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
    const ann = learnerIn(taught)
    await ann.begin()
    await ann.tap({ action: 'next' })
    await ann.tap({ action: 'next' })
    expect(await enrollmentOf(ann.id)).toMatchObject({ status: 'completed', percent: 100 })
    await ann.act(command('restart'))
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

  describe('being forgotten', () => {
    const erasure = (id: string, options: { headers?: Record<string, string> } = { headers: headers() }) =>
      callApi<ErasureResponse>('GET', `/runner/erasures/${id}`, options)
    const erase = (id: string) =>
      callApi('POST', `/runner/erasures/${id}`, { headers: headers(), body: { delivery: 'sent' } })
    const leave = async (course = taught) => {
      const learner = learnerIn(course)
      await learner.begin()
      await learner.tap({ action: 'bookmark', stepId: String(course.steps[0]?.id) })
      await learner.tap({ action: 'next' })
      await learner.tap({ action: 'rate', option: 5 })
      await learner.act(said('Secret comment'))
      await learner.act(command('deleteMe'))
      await learner.tap({ action: 'erase', stage: 'ask' })
      const enrollment = await enrollmentOf(learner.id, course)
      return { ...learner, enrollmentId: String(enrollment?.id), userId: String(enrollment?.userId) }
    }

    it('should give everything out before it is erased, and only to the runner', async () => {
      const ann = await leave()
      expect((await erasure(ann.enrollmentId)).status).toBe(404)
      expect((await erase(ann.enrollmentId)).status).toBe(204)
      expect(await enrollmentOf(ann.id)).toBeDefined()

      await ann.tap({ action: 'erase', stage: 'confirm' })
      expect(await query('SELECT topic::text FROM outbox WHERE subject = $1', [ann.enrollmentId])).toEqual([
        { topic: 'erasure' },
      ])
      expect((await erasure(ann.enrollmentId, {})).status).toBe(401)
      const { body } = await erasure(ann.enrollmentId)
      expect(body).toMatchObject({ telegramUserId: ann.id, botId: taught.bot.id, locale: 'en' })
      expect(JSON.parse(body.document)).toMatchObject({
        profile: { telegramId: ann.id, firstName: `Learner ${ann.id}` },
        course: { title: taught.course.title, startedBy: 'from-a-friend' },
        bookmarks: ['One'],
        progress: [
          { step: 'One', isCompleted: true },
          { step: 'Two', isCompleted: false },
        ],
        rating: [{ stars: 5, comment: 'Secret comment' }],
      })
      expect(JSON.parse(body.document)).not.toHaveProperty('profile.state')
    })

    it('should leave nothing of the person, and the numbers as they are', async () => {
      const course = await buildTaughtCourse(payload, { steps: ['One', 'Two'] })
      const stays = learnerIn(course)
      await stays.begin()
      const ann = await leave(course)
      await ann.tap({ action: 'erase', stage: 'confirm' })
      const factsOf = () =>
        query<{ types: string; learners: number }>(
          `SELECT string_agg(type, ' ' ORDER BY type) AS types, count(DISTINCT enrollment_id)::int AS learners
           FROM facts WHERE course_id = $1`,
          [course.course.id],
        )
      const before = await factsOf()
      // Two at once, and once more: it happens once.
      await Promise.all([erase(ann.enrollmentId), erase(ann.enrollmentId)])
      expect((await erase(ann.enrollmentId)).status).toBe(204)

      expect(await factsOf()).toEqual(before)
      for (const table of ['enrollments', 'progress', 'ratings', 'facts'])
        expect(await query(`SELECT 1 FROM ${table} WHERE user_id = $1`, [ann.userId])).toEqual([])
      expect(await query('SELECT 1 FROM users WHERE id = $1', [ann.userId])).toEqual([])
      expect(await query('SELECT 1 FROM outbox WHERE subject = $1', [ann.enrollmentId])).toEqual([])
      expect(
        await query(
          `SELECT 1 FROM facts WHERE course_id = $1 AND data::text LIKE '%friend%' AND user_id <> $2`,
          [course.course.id, (await enrollmentOf(stays.id, course))?.userId],
        ),
      ).toEqual([])
      const found = await payload.findByID({ collection: 'courses', id: course.course.id })
      expect(found).toMatchObject({ studentsCount: 1, ratingsCount: 0 })
      expect(found.rating ?? null).toBeNull()
      // Whoever comes back is new.
      expect(await learnerIn(course, ann.id).act({ type: 'start', payload: null })).toMatchObject({
        effects: [{ type: 'welcome', next: 'begin' }],
      })
    })

    it('should keep an account that has something else', async () => {
      const other = await buildTaughtCourse(payload, { steps: ['One'] })
      const ann = await leave()
      await learnerIn(other, ann.id).begin()
      await ann.tap({ action: 'erase', stage: 'confirm' })
      await erase(ann.enrollmentId)
      expect(await query('SELECT 1 FROM users WHERE id = $1', [ann.userId])).toHaveLength(1)
      expect(await enrollmentOf(ann.id)).toBeUndefined()
      expect(await enrollmentOf(ann.id, other)).toBeDefined()
    })

    it('should let nothing else happen meanwhile', async () => {
      const ann = await leave()
      await ann.tap({ action: 'erase', stage: 'confirm' })
      expect(await ann.act({ type: 'start', payload: null })).toMatchObject({
        effects: [{ type: 'notice', key: 'erasing' }],
      })
      await erase(ann.enrollmentId)
    })
  })
})
