import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Enrolled, LearnerProgress, LearningList } from '../../src/contracts/api/learning.ts'
import type { RunnerAction } from '../../src/contracts/runnerActions.ts'
import { buildRule } from '../../src/lesson/testing/buildRule.ts'
import { applyActions } from '../../src/operations/applyActions/applyActions.system.ts'
import type { Course, Step } from '../../src/payload-types.ts'
import { buildAction, tap } from '../factories/buildAction.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { openApiSession } from '../factories/openApiSession.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

let lastPerson = 4_410_000

describe('learning by the platform API', () => {
  let web: Web
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb()
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  const teach = async (course: Partial<Course> = {}, steps?: (string | Partial<Step>)[]) => {
    const built = await buildTaughtCourse(payload, { course: { isListed: true, ...course }, steps })
    const username = `teacher_${built.bot.id.slice(0, 8)}_bot`
    await payload.update({ collection: 'bots', id: built.bot.id, data: { username } })
    return { ...built, id: built.course.id, username }
  }
  const person = async (courseId?: string) => {
    const telegramId = (lastPerson += 1)
    const { user } = await createUser(payload, { role: 'student', telegramId, firstName: 'Ann' })
    const session = await openApiSession(payload, web, { userId: user.id, courseId })
    const act = async (botId: string, event: RunnerAction['event']) =>
      applyActions({
        payload,
        request: {
          actions: [buildAction({ botId, telegramUserId: telegramId, event, learner: { firstName: 'Ann' } })],
          receipts: [],
        },
      })
    /** Presses a button of the view that they have. */
    const press = async (botId: string, action: 'begin' | 'next') => {
      const { rows } = await payload.db.pool.query<{ version: number }>(
        `SELECT (e.state->>'version')::int AS version FROM enrollments e JOIN bots b ON b.course_id = e.course_id
         WHERE b.id = $1 AND e.user_id = $2`,
        [botId, user.id],
      )
      return act(botId, tap(action, rows[0]?.version ?? 0))
    }
    return { ...session, user, telegramId, act, press }
  }
  type Person = Awaited<ReturnType<typeof person>>
  const enroll = <Body = Enrolled>({ call }: Pick<Person, 'call'>, courseId: string) =>
    call<Body>('POST', `/courses/${courseId}/enroll`)
  const refusal = async (who: Pick<Person, 'call'>, method: string, path: string) => {
    const { status, body } = await who.call(method, path)
    return [status, body.error.code]
  }
  const progressOf = ({ call }: Pick<Person, 'call'>, courseId: string, language = 'en') =>
    call<LearnerProgress>('GET', `/courses/${courseId}/progress`, undefined, { 'accept-language': language })

  it('should make somebody a learner once, whom the bot then takes on', async () => {
    const { id, bot, username } = await teach()
    const ann = await person()
    const answers = await Promise.all(Array.from({ length: 8 }, () => enroll(ann, id)))
    const { body } = answers[0]!
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([200, body])
    expect(body).toMatchObject({
      enrollment: { courseId: id, status: 'invited', lastActionAt: null, completedAt: null },
      botUsername: username,
      botUrl: expect.stringContaining(username),
    })
    expect(body.botUrl).toContain('start=api')
    await ann.act(bot.id, { type: 'start', payload: 'api' })
    const { docs } = await payload.find({
      collection: 'enrollments',
      where: { user: { equals: ann.user.id } },
    })
    expect(docs).toMatchObject([
      { id: body.enrollment.id, status: 'active', learnerName: 'Ann', startPayload: 'api' },
    ])
    expect((await enroll(ann, id)).body.enrollment).toMatchObject({
      id: body.enrollment.id,
      status: 'active',
    })
  })

  it('should refuse courses that are not open to everybody, and say why', async () => {
    const ann = await person()
    const draft = await buildCourse(payload)
    const botless = await buildCourse(payload, { isPublished: true, course: { isListed: true } })
    const unlisted = await teach({ isListed: false })
    const archived = await teach()
    await payload.update({ collection: 'courses', id: archived.id, data: { isArchived: true } })
    const cases: [string, unknown[]][] = [
      [draft.course.id, [404, 'notFound']],
      [archived.id, [404, 'notFound']],
      [unlisted.id, [404, 'notFound']],
      [crypto.randomUUID(), [404, 'notFound']],
      [(await teach({ pricingModel: 'paid', price: 900 })).id, [402, 'paymentNeeded']],
      [(await teach({ pricingModel: 'subscription', priceStars: 90 })).id, [402, 'paymentNeeded']],
      [botless.course.id, [409, 'courseNotTaught']],
      ['none', [422, 'inputInvalid']],
    ]
    for (const [id, expected] of cases)
      expect(await refusal(ann, 'POST', `/courses/${id}/enroll`), String(expected)).toEqual(expected)
    const paid = await ann.call('POST', `/courses/${cases[4]?.[0]}/enroll`, undefined, {
      'accept-language': 'ru',
    })
    expect(paid.body.error.details).toEqual({
      pricingModel: 'paid',
      ...{ price: 900, currency: 'RUB', priceStars: null },
    })
    expect(paid.body.error.message).toMatch(/[а-я]{4}/)
    expect((await enroll(ann, (await teach({ pricingModel: 'freemium' })).id)).status).toBe(200)
    const { totalDocs } = await payload.count({
      collection: 'enrollments',
      where: { user: { equals: ann.user.id } },
    })
    expect(totalDocs).toBe(1)
    // Who comes by its bot has been told of it.
    const atBot = await openApiSession(payload, web, { userId: ann.user.id, courseId: unlisted.id })
    expect((await enroll(atBot, unlisted.id)).status).toBe(200)
  })

  it('should sell a course as it was published, to learners of unlisted ones too, until it is published again', async () => {
    const { id, author } = await teach({ tags: ['stars'], difficultyLevel: 2 })
    const unlisted = await teach({ isListed: false, tags: ['stars'], difficultyLevel: 2 })
    const [ann, guest] = [await person(), await person(unlisted.id)]
    const member = await openApiSession(payload, web, { userId: author.user.id })
    expect((await enroll(guest, unlisted.id)).status).toBe(200)
    const edited: Partial<Course> = {
      ...{ category: 'music', tags: ['leaked'], difficultyLevel: 5, pricingModel: 'paid' },
      ...{ price: 777, currency: 'EUR', priceStars: 77 },
    }
    for (const courseId of [id, unlisted.id])
      await payload.update({ collection: 'courses', id: courseId, data: edited })
    const published = {
      ...{ category: 'other', tags: ['stars'], difficultyLevel: 2, pricingModel: 'free' },
      ...{ price: null, currency: null, priceStars: null },
    }
    const read = async ({ call }: Pick<Person, 'call'>, courseId = id) =>
      (await call<object>('GET', `/courses/${courseId}`)).body
    const nobody = async () => (await fetch(`${web.webUrl}/api/v1/courses/${id}`)).json() as Promise<object>
    const page = async () => (await fetch(`${web.webUrl}/courses/${id}?lang=en`)).text()
    expect(await nobody()).toMatchObject({ view: 'outline', ...published })
    expect(await read(ann)).toMatchObject({ view: 'outline', ...published })
    expect((await enroll(ann, id)).status).toBe(200)
    expect(await read(ann)).toMatchObject({ view: 'learner', ...published })
    expect(await read(guest, unlisted.id)).toMatchObject({ view: 'learner', ...published })
    expect(await read(member)).toMatchObject({ view: 'editor', ...edited })
    expect(await page()).not.toMatch(/777|EUR|leaked|Music/)
    expect(await (await fetch(`${web.webUrl}/sitemap-1.xml`)).text()).not.toContain('music')

    expect((await member.call('POST', `/courses/${id}/publish`)).status).toBe(200)
    await expect.poll(nobody).toMatchObject(edited)
    await expect.poll(page).toMatch(/777/)
    expect(await read(ann)).toMatchObject(edited)
    const late = await (await person()).call('POST', `/courses/${id}/enroll`)
    expect([late.status, late.body.error.details]).toEqual([
      402,
      { pricingModel: 'paid', price: 777, currency: 'EUR', priceStars: 77 },
    ])
  })

  it('should want somebody who is signed in and has Telegram to learn with', async () => {
    const { id } = await teach()
    const { user } = await createUser(payload, { role: 'student' })
    const byEmail = await openApiSession(payload, web, { userId: user.id })
    expect(await refusal(byEmail, 'POST', `/courses/${id}/enroll`)).toEqual([409, 'telegramNeeded'])
    for (const [method, path] of [
      ['POST', `/courses/${id}/enroll`],
      ['GET', `/courses/${id}/progress`],
      ['GET', '/users/learning'],
    ] as const)
      expect((await fetch(`${web.webUrl}/api/v1${path}`, { method })).status, path).toBe(401)
  })

  it('should tell learners how far they are, step by step, and nobody else', async () => {
    const opensAt = new Date(Date.now() + 3 * 86_400_000).toISOString()
    const later: Partial<Step> = {
      title: 'Later',
      unlockConditions: { ...buildRule([{ kind: 'date', from: opensAt }]) },
    }
    const secret: Partial<Step> = {
      title: 'Secret',
      unlockConditions: { ...buildRule([{ kind: 'date', from: opensAt }], { show: 'hidden' }) },
    }
    const { id, bot, author, steps } = await teach({ timeZone: 'Europe/Berlin' }, ['One', 'Two', 'Three', later, secret]) // prettier-ignore
    const [ann, bob] = [await person(), await person()]
    await enroll(ann, id)
    const statesOf = ({ body }: { body: LearnerProgress }) => body.steps.map(({ state }) => state)
    const before = await progressOf(ann, id)
    expect([before.status, before.body.enrollment.status]).toEqual([200, 'invited'])
    expect(statesOf(before)).toEqual(['open', 'locked', 'locked', 'locked'])
    expect(before.body.nextStep).toMatchObject({ index: 1, title: 'One', stepType: 'text' })

    await ann.act(bot.id, { type: 'start', payload: null })
    await ann.press(bot.id, 'begin')
    await ann.press(bot.id, 'next')
    const at = await progressOf(ann, id)
    expect(statesOf(at)).toEqual(['done', 'current', 'locked', 'locked'])
    expect(at.body).toMatchObject({
      course: { id, title: 'A course for tests', isAvailable: true },
      progress: { done: 1, total: 4, percent: 25 },
      ...{ nextStep: { id: steps[1]?.id, index: 2 }, timeZone: 'Europe/Berlin', streak: 0 },
    })
    const [one, two, three, four] = at.body.steps
    expect(one).toMatchObject({ score: null, attemptsCount: 0, lock: null, isRequired: true })
    expect(Date.parse(one?.completedAt ?? '')).toBeGreaterThan(Date.parse(one?.openedAt ?? '') - 1)
    expect(two).toMatchObject({ completedAt: null, openedAt: expect.any(String) })
    expect(three?.lock).toEqual({ opensAt: null, reason: expect.stringMatching(/complete the ones before/) })
    expect(four?.lock).toEqual({ opensAt, reason: expect.stringMatching(/opens on/) })
    const russian = await progressOf(ann, id, 'ru')
    for (const { lock } of russian.body.steps.slice(2)) expect(lock?.reason).toMatch(/[а-я]{4}/)

    expect(at.body.awaitedStep).toBeNull()

    await ann.press(bot.id, 'next')
    await ann.press(bot.id, 'next')
    const waiting = (await progressOf(ann, id)).body
    expect([waiting.nextStep, waiting.awaitedStep]).toMatchObject([
      null,
      { index: 4, title: 'Later', lock: { opensAt, reason: expect.stringMatching(/opens on/) } },
    ])
    await callApi('POST', `/courses/${id}/unpublish`, { token: author.token })
    const closed = await progressOf(ann, id)
    expect([closed.body.course.isAvailable, closed.body.progress.percent]).toEqual([false, 75])
    // Who is enrolled stays so, whatever has become of the course.
    expect((await enroll(ann, id)).status).toBe(200)
    for (const stranger of [bob, await person(id)])
      expect(await refusal(stranger, 'GET', `/courses/${id}/progress`)).toEqual([404, 'notFound'])
    expect(await refusal(bob, 'POST', `/courses/${id}/enroll`)).toEqual([404, 'notFound'])
  })

  it('should list one’s courses, the last touched first, page by page', async () => {
    const courses = [await teach({ title: 'First course' }), await teach({ title: 'Second course' })]
    const ann = await person()
    for (const { id } of courses) await enroll(ann, id)
    await ann.act(courses[0]!.bot.id, { type: 'start', payload: null })
    await ann.press(courses[0]!.bot.id, 'begin')
    await ann.press(courses[0]!.bot.id, 'next')
    const list = async (query = '', who: Pick<Person, 'call'> = ann) =>
      (await who.call<LearningList>('GET', `/users/learning${query}`)).body
    const { total, limit, courses: listed } = await list()
    expect([total, limit, listed.map(({ course }) => course.title)]).toEqual([
      ...[2, 20],
      ['First course', 'Second course'],
    ])
    expect(listed[0]).toMatchObject({
      enrollment: { status: 'active', lastActionAt: expect.any(String) },
      ...{ progress: { done: 1, total: 3, percent: 33 }, nextStep: { title: 'Two' } },
      botUsername: courses[0]!.username,
    })
    const second = await list('?limit=1&page=2')
    expect([second.page, second.courses.map(({ course }) => course.id)]).toEqual([2, [courses[1]!.id]])
    expect(await list('?limit=1&page=9')).toMatchObject({ total: 2, page: 9, courses: [] })
    expect((await ann.call('GET', '/users/learning?limit=1000')).status).toBe(422)
    expect(await list('', await person())).toEqual({ total: 0, page: 1, limit: 20, courses: [] })
  })

  it('should know of one course alone in a session of its bot', async () => {
    const [here, there] = [await teach(), await teach()]
    const ann = await person()
    for (const { id } of [here, there]) await enroll(ann, id)
    const bound = await openApiSession(payload, web, { userId: ann.user.id, courseId: here.id })
    const { body } = await bound.call<LearningList>('GET', '/users/learning')
    expect([body.total, body.courses.map(({ course }) => course.id)]).toEqual([1, [here.id]])
    expect((await progressOf(bound, here.id)).status).toBe(200)
    for (const [method, path] of [
      ['GET', 'progress'],
      ['POST', 'enroll'],
    ] as const)
      // prettier-ignore
      expect(await refusal(bound, method, `/courses/${there.id}/${path}`)).toEqual([404, 'notFound'])
  })
})
