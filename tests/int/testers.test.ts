import { randomInt } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { JoinTestResponse } from '../../src/contracts/joinTest.ts'
import type { LessonEvent } from '../../src/contracts/lessonEvent.ts'
import type { LearnerRelease } from '../../src/contracts/learnerRelease.ts'
import type { RunnerActionsResponse, RunnerReceipt } from '../../src/contracts/runnerActions.ts'
import type { RunnerBotResponse } from '../../src/contracts/runnerBots.ts'
import type { RunnerDeliveryResponse } from '../../src/contracts/runnerDelivery.ts'
import { refreshStudentsCounts } from '../../src/operations/courses/refreshStudentsCounts.system.ts'
import type { TestState } from '../../src/operations/courseTest/describeTest.ts'
import { processState } from '../../src/processState.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildAction, tap } from '../factories/buildAction.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { richText } from '../factories/richText.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'
import { startPayload } from '../helpers/proveOwnership.ts'

type Taught = Awaited<ReturnType<typeof buildTaughtCourse>>
type Result = RunnerActionsResponse['results'][number]

const newPersonId = () => randomInt(1_000_000, 2 ** 40)
const week = 7 * 24 * 60 * 60_000

describe('testing a course', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
  })
  afterEach(() => {
    processState().clockOffsetMs = 0
  })
  afterAll(() => payload.destroy())

  const headers = { authorization: `Bearer ${process.env.RUNNER_SECRET}` }
  const call = <Body = TestState>(who: SignedIn | null, method: string, courseId: string, path = '') =>
    callApi<Body>(method, `/courses/${courseId}/test${path}`, { token: who?.token })
  const read = async ({ author, course }: Taught) => (await call(author, 'GET', course.id)).body
  const start = async ({ author, course }: Taught) => {
    const answer = await call(author, 'POST', course.id)
    expect(answer.status).toBe(200)
    return answer.body
  }
  const publish = ({ author, course }: Taught) =>
    callApi('POST', `/courses/${course.id}/publish`, { token: author.token })
  /** A course that nobody has published, with a bot whose owner is known. */
  const draft = async (options: Parameters<typeof buildTaughtCourse>[1] = {}) => {
    const taught = await buildTaughtCourse(payload, { isPublished: false, ...options })
    await payload.update({ collection: 'bots', id: taught.bot.id, data: { username: `t${taught.bot.telegramBotId}_bot` } })
    return taught
  } // prettier-ignore
  const invite = async ({ author, course }: Taught) => {
    const { status, body } = await call<{ link: string; expiresAt: string }>(author, 'POST', course.id, '/invitation')
    expect(status).toBe(200)
    return startPayload(body.link).replace(/^test_/, '')
  } // prettier-ignore
  const join = async (code: string, personId: number, botId: string | null = null) => {
    const person = { id: personId, firstName: 'Tess', lastName: 'Ter', username: 'tess', languageCode: 'en' }
    const body = { botId, code, person }
    return (await callApi<JoinTestResponse>('POST', '/runner/tests/join', { headers, body })).body
  }
  const send = async (personId: number, { bot }: Taught, event?: LessonEvent, receipts: RunnerReceipt[] = []) => {
    const action = buildAction({ botId: bot.id, telegramUserId: personId, event })
    const { status, body } = await callApi<RunnerActionsResponse>('POST', '/runner/actions', { headers, body: { actions: [action], receipts } })
    expect(status).toBe(200)
    return { ...(body.results[0] as Result), updateId: action.updateId }
  } // prettier-ignore
  const versionOf = ({ effects }: Pick<Result, 'effects'>) =>
    effects.reduce((version, effect) => ('version' in effect ? effect.version : version), 0)
  const releaseOf = ({ effects }: Pick<Result, 'effects'>) =>
    effects.flatMap((effect) => ('releaseId' in effect ? [effect.releaseId] : []))[0]
  const getRelease = (id = '') => callApi<LearnerRelease>('GET', `/runner/releases/${id}`, { headers })
  const count = async (table: string, { course }: Taught) =>
    Number((await payload.db.pool.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE course_id = $1`, [course.id])).rows[0]?.count) // prettier-ignore
  const tester = async (taught: Taught) => {
    const personId = newPersonId()
    expect(await join(await invite(taught), personId)).toMatchObject({ status: 'joined' })
    return personId
  }
  const linkCreator = async ({ author }: Taught) => {
    const telegramId = newPersonId()
    await payload.update({ collection: 'users', id: author.user.id, data: { telegramId } })
    return telegramId
  }
  /** Through the whole course, from its welcome to its end. */
  const learn = async (personId: number, taught: Taught) => {
    let shown = await send(personId, taught)
    shown = await send(personId, taught, tap('begin', versionOf(shown)))
    for (const _step of taught.steps) shown = await send(personId, taught, tap('next', versionOf(shown)))
    return shown
  }

  it('should let the creator and those invited learn what nobody has published, and nobody else', async () => {
    const taught = await draft()
    const creatorId = await linkCreator(taught)
    const stranger = newPersonId()
    expect(await send(creatorId, taught)).toMatchObject({ status: 'rejected' })
    expect(await start(taught)).toMatchObject({ hasBot: true, preview: { stepsCount: 3, isCurrent: true }, testers: [], freePlaces: 10, isCreatorLinked: true, problems: [] }) // prettier-ignore

    const personId = await tester(taught)
    for (const id of [creatorId, personId]) {
      const welcome = await send(id, taught)
      expect(welcome).toMatchObject({ status: 'done', isTest: true, effects: [{ type: 'welcome' }] })
      expect((await getRelease(releaseOf(welcome))).body).toMatchObject({ number: 0, title: taught.course.title })
    } // prettier-ignore
    expect(await send(stranger, taught)).toMatchObject({ status: 'rejected', effects: [{ type: 'notice', key: 'notAvailable' }] }) // prettier-ignore
    expect(await send(stranger, taught)).not.toHaveProperty('isTest')
    expect((await read(taught)).testers).toMatchObject([
      { isCreator: true, status: 'active' },
      { isCreator: false, status: 'active', name: `Learner ${personId}` },
    ])
  })

  it('should be counted nowhere', async () => {
    const taught = await draft()
    await start(taught)
    const personId = await tester(taught)
    expect(await learn(personId, taught)).toMatchObject({ isTest: true, effects: [{ type: 'completion' }] })
    for (const table of ['enrollments', 'facts', 'progress']) expect(await count(table, taught)).toBe(0)
    await refreshStudentsCounts(payload.db.pool, new Date(0))
    const { studentsCount } = await payload.findByID({ collection: 'courses', id: taught.course.id })
    expect(studentsCount).toBe(0)
    const { totalDocs } = await payload.count({ collection: 'users', where: { telegramId: { equals: personId } } })
    expect(totalDocs).toBe(0)
    expect((await read(taught)).testers).toMatchObject([{ status: 'completed' }])
    // Nobody has learned here: the course can go, with everything that its test left.
    await payload.update({ collection: 'bots', id: taught.bot.id, data: { telegramBotId: null } })
    await payload.delete({ collection: 'courses', id: taught.course.id })
    expect(await count('testers', taught)).toBe(0)
  }) // prettier-ignore

  it('should approve at once what testers hand in, and bring neither it nor their stars to anybody', async () => {
    const task = { ...assignmentStep('Draw an owl'), content: richText('Draw one.') }
    const taught = await draft({ steps: [task, { title: 'Last' }] })
    await start(taught)
    const personId = await tester(taught)
    let shown = await send(personId, taught)
    shown = await send(personId, taught, tap('begin', versionOf(shown)))
    const said = { type: 'message' as const, kind: 'text' as const, text: 'An owl.', file: null, messageId: 1 }
    expect(await send(personId, taught, said)).toMatchObject({ effects: [{ type: 'draft' }] })
    const handedIn = await send(personId, taught, { type: 'tap', tap: { action: 'send', version: versionOf(shown) } })
    expect(handedIn).toMatchObject({ isTest: true, effects: [{ type: 'submitted', isApproved: true }] })
    const last = await send(personId, taught, tap('next', versionOf(handedIn)))
    const end = await send(personId, taught, tap('next', versionOf(last)))
    expect(end).toMatchObject({ effects: [{ type: 'completion' }] })
    const stars = { action: 'rate' as const, option: 1, version: versionOf(end) }
    expect(await send(personId, taught, { type: 'tap', tap: stars })).toMatchObject({ effects: [{ type: 'rating', stars: 1 }] })
    for (const table of ['assignments', 'submission_files', 'ratings', 'facts']) expect(await count(table, taught)).toBe(0)
    const { rows } = await payload.db.pool.query(`SELECT 1 FROM outbox WHERE topic = 'submission'`)
    expect(rows).toEqual([])
  }) // prettier-ignore

  it('should keep settings within the test, and forget a tester who asks for it at once', async () => {
    const taught = await draft()
    await start(taught)
    const creatorId = await linkCreator(taught)
    const own = { locale: 'ru' as const, remindersEnabled: true }
    await payload.update({ collection: 'users', id: taught.author.user.id, data: own })
    for (const personId of [creatorId, await tester(taught)]) {
      const version = versionOf(await send(personId, taught))
      const choose = (choice: 'languageEn' | 'languageRu' | 'remindersOff') =>
        send(personId, taught, { type: 'tap', tap: { action: 'set', version, choice } })
      await choose('remindersOff')
      await choose('languageRu')
      expect(await choose('languageEn')).toMatchObject({ locale: 'en', effects: [{ settings: { locale: 'en', remindersEnabled: false } }] })
      await send(personId, taught, tap('begin', version))
      const asked = { type: 'command' as const, command: 'settings' as const }
      expect(await send(personId, taught, asked)).toMatchObject({ locale: 'en', effects: [{ settings: { locale: 'en', remindersEnabled: false } }] })

      const erase = (stage: 'ask' | 'confirm', at: Result) =>
        send(personId, taught, { type: 'tap', tap: { action: 'erase', stage, version: versionOf(at) } })
      const question = await send(personId, taught, { type: 'command', command: 'deleteMe' })
      await erase('ask', question)
      expect(await erase('confirm', question)).toMatchObject({ status: 'done', isTest: true, effects: [{ type: 'notice', key: 'testErased' }] })
      expect(await erase('confirm', question)).toMatchObject({ effects: [{ type: 'toast', key: 'buttonOutdated' }] })
      expect(await send(personId, taught)).toMatchObject({ isTest: true, effects: [{ type: 'welcome', next: 'begin' }] })
    }
    expect(await payload.findByID({ collection: 'users', id: taught.author.user.id })).toMatchObject(own)
    expect(await payload.db.pool.query(`SELECT 1 FROM outbox WHERE topic = 'erasure'`)).toMatchObject({ rows: [] })
  }) // prettier-ignore

  it('should show the newest changes after a refresh, and keep what a tester stands in', async () => {
    const taught = await draft()
    await start(taught)
    const personId = await tester(taught)
    const welcome = await send(personId, taught)
    const step = await send(personId, taught, tap('begin', versionOf(welcome)))
    const first = releaseOf(step)
    await payload.update({
      collection: 'steps',
      id: taught.steps[1]?.id ?? '',
      data: { title: 'Two, changed', content: richText('Changed.') },
    })
    expect((await read(taught)).preview).toMatchObject({ isCurrent: false })
    expect((await start(taught)).preview).toMatchObject({ isCurrent: true })
    expect((await getRelease(first)).status).toBe(200)
    const next = await send(personId, taught, tap('next', versionOf(step)))
    expect(releaseOf(next)).not.toBe(first)
    expect((await getRelease(releaseOf(next))).body.steps[1]).toMatchObject({ title: 'Two, changed' })
    const sent = [welcome, step, next].map(({ updateId }) => ({ botId: taught.bot.id, telegramUserId: personId, updateId, status: 'sent', isTest: true }))
    await callApi('POST', '/runner/actions', { headers, body: { actions: [], receipts: sent } })
    // Nobody stands in the first one now, nor is it to be sent; the next refresh takes it away. One that changes nothing makes none.
    await start(taught)
    await payload.update({ collection: 'steps', id: taught.steps[2]?.id ?? '', data: { title: 'Last' } })
    await start(taught)
    const { docs } = await payload.find({ collection: 'releases', where: { course: { equals: taught.course.id } } })
    expect(docs).toHaveLength(2)
    expect(docs.map(({ id }) => id)).toContain(releaseOf(next))
    expect(docs.every(({ isPreview, number }) => isPreview && !number)).toBe(true)
  }) // prettier-ignore

  it('should end with publishing, after which testers learn for real', async () => {
    const taught = await draft()
    await start(taught)
    const personId = await tester(taught)
    const shown = await learn(personId, taught)
    expect((await publish(taught)).status).toBe(200)
    expect(await read(taught)).toMatchObject({ preview: null, testers: [{ status: 'invited' }] })
    const releases = await payload.find({ collection: 'releases', where: { course: { equals: taught.course.id } } })
    expect(releases.docs).toMatchObject([{ number: 1, isPreview: false }])

    // A button of the test is no beginning of anything.
    const leftover = await send(personId, taught, tap('contents', versionOf(shown)))
    expect(leftover).toMatchObject({ status: 'rejected', effects: [{ type: 'toast', key: 'buttonOutdated' }] })
    expect(await count('enrollments', taught)).toBe(0)
    const welcome = await send(personId, taught)
    expect(welcome).toMatchObject({ status: 'done', effects: [{ type: 'welcome', next: 'begin' }] })
    expect(welcome).not.toHaveProperty('isTest')
    expect(await count('enrollments', taught)).toBe(1)
    expect(await send(personId, taught, tap('contents', versionOf(shown)))).toMatchObject({ status: 'rejected' })
  }) // prettier-ignore

  it('should leave alone what a tester learns for real', async () => {
    const taught = await buildTaughtCourse(payload)
    await payload.update({ collection: 'bots', id: taught.bot.id, data: { username: `real${taught.bot.telegramBotId}_bot` } }) // prettier-ignore
    const personId = newPersonId()
    const welcome = await send(personId, taught)
    const step = await send(personId, taught, tap('begin', versionOf(welcome)))
    const rowOf = async () => (await payload.db.pool.query(`SELECT * FROM enrollments WHERE course_id = $1`, [taught.course.id])).rows // prettier-ignore
    const before = await rowOf()
    await payload.update({ collection: 'steps', id: taught.steps[0]?.id ?? '', data: { title: 'Better' } })
    await start(taught)
    expect(await join(await invite(taught), personId)).toMatchObject({ status: 'joined' })
    // The old button is of what they really learn.
    expect(await send(personId, taught, tap('next', versionOf(step)))).toMatchObject({ status: 'rejected' })
    await learn(personId, taught)
    expect(await rowOf()).toEqual(before)
    // Others learn on while one of them tests.
    expect(await send(newPersonId(), taught)).toMatchObject({ status: 'done' })

    expect((await call(taught.author, 'DELETE', taught.course.id)).body.preview).toBeNull()
    const next = await send(personId, taught, tap('next', versionOf(step)))
    expect(next).toMatchObject({ status: 'done', effects: [{ type: 'step', stepId: taught.steps[1]?.id }] })
  })

  it('should be answered busy, and enroll nobody, while a tester’s row is held', async () => {
    const taught = await buildTaughtCourse(payload)
    await payload.update({ collection: 'bots', id: taught.bot.id, data: { username: `busy${taught.bot.telegramBotId}_bot` } }) // prettier-ignore
    await start(taught)
    const personId = await tester(taught)
    const client = await payload.db.pool.connect()
    try {
      await client.query('BEGIN')
      await client.query('SELECT 1 FROM testers WHERE telegram_id = $1 FOR UPDATE', [personId])
      expect(await send(personId, taught)).toMatchObject({ status: 'busy' })
      expect(await send(personId, taught, { type: 'membership', isBlocked: true })).toMatchObject({ status: 'busy' }) // prettier-ignore
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
    expect(await count('enrollments', taught)).toBe(0)
    expect(await send(personId, taught)).toMatchObject({ status: 'done', isTest: true })
  })

  it('should be sent later with its mark, and not once it is over', async () => {
    const taught = await draft()
    await start(taught)
    const personId = await tester(taught)
    const { updateId } = await send(personId, taught)
    const receipt: RunnerReceipt = { botId: taught.bot.id, telegramUserId: personId, updateId, status: 'deferred', retryAfterMs: 1, isTest: true } // prettier-ignore
    await callApi('POST', '/runner/actions', { headers, body: { actions: [], receipts: [receipt] } })
    const { rows } = await payload.db.pool.query<{ subject: string }>(
      `SELECT o.subject FROM outbox o JOIN testers t ON t.id::text = o.subject WHERE t.telegram_id = $1`,
      [personId],
    )
    const delivery = () =>
      callApi<RunnerDeliveryResponse>('GET', `/runner/deliveries/${rows[0]?.subject}`, { headers })
    expect((await delivery()).body).toMatchObject({
      isTest: true,
      telegramUserId: personId,
      locale: 'en',
      unsent: [{ effects: [{ type: 'welcome' }] }],
    })
    await call(taught.author, 'DELETE', taught.course.id)
    expect((await delivery()).status).toBe(404)
  })

  it('should take ten, however many come at once, and another when one has gone', async () => {
    const taught = await draft()
    await start(taught)
    const code = await invite(taught)
    const people = Array.from({ length: 14 }, newPersonId)
    const statuses = (await Promise.all(people.map((id) => join(code, id)))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 'joined')).toHaveLength(10)
    expect(statuses.filter((status) => status === 'full')).toHaveLength(4)
    const [inside = 0, outside = 0] = ['joined', 'full'].map((status) => people[statuses.indexOf(status as 'full')])
    expect(await join(code, inside)).toMatchObject({ status: 'joined' })
    expect(await send(outside, taught)).toMatchObject({ status: 'rejected' })

    const { testers, freePlaces } = await read(taught)
    expect(freePlaces).toBe(0)
    const removed = await call(taught.author, 'DELETE', taught.course.id, `/testers/${testers[0]?.id}`)
    expect(removed.body).toMatchObject({ freePlaces: 1 })
    expect((await call(taught.author, 'DELETE', taught.course.id, `/testers/${testers[0]?.id}`)).status).toBe(404)
    expect(await join(code, outside)).toMatchObject({ status: 'joined' })
  }) // prettier-ignore

  it('should let in by the last link alone, and by none that is old, revoked, or of another course', async () => {
    const taught = await draft()
    const other = await draft()
    expect((await call(taught.author, 'POST', taught.course.id, '/invitation')).status).toBe(409)
    await Promise.all([start(taught), start(other)])
    const first = await invite(taught)
    const code = await invite(taught)
    expect(await join(first, newPersonId())).toEqual({ status: 'unknown' })
    expect(await join('made-up', newPersonId())).toEqual({ status: 'unknown' })
    expect(await join(code, newPersonId(), other.bot.id)).toEqual({ status: 'unknown' })
    const { rows } = await payload.db.pool.query<{ row: string }>(`SELECT l::text AS row FROM link_codes l WHERE course_id = $1`, [taught.course.id]) // prettier-ignore
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(code)

    const barred = newPersonId()
    await createUser(payload, { telegramId: barred, isActive: false })
    expect(await join(code, barred)).toEqual({ status: 'unknown' })
    processState().clockOffsetMs = week + 1000
    expect(await join(code, newPersonId())).toEqual({ status: 'expired' })
    processState().clockOffsetMs = 0
    await call(taught.author, 'DELETE', taught.course.id)
    expect(await join(code, newPersonId())).toEqual({ status: 'closed' })
    await start(taught)
    expect(await join(code, newPersonId(), taught.bot.id)).toMatchObject({ status: 'joined' })
    expect((await call(taught.author, 'DELETE', taught.course.id, '/invitation')).body.invitation).toBeNull()
    expect(await join(code, newPersonId())).toEqual({ status: 'unknown' })
  })

  it('should name what cannot be shown, and ask for nothing that only publishing needs', async () => {
    const bare = await draft({ course: { title: 'A', description: '', category: null } })
    expect((await start(bare)).preview).not.toBeNull()
    const { author, course, steps } = await draft({ steps: [{ title: 'Empty', content: null }] })
    const refused = await callApi<{ error: { code: string; details: { problems: object[] } } }>('POST', `/courses/${course.id}/test`, { token: author.token }) // prettier-ignore
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'courseNotTestable' } } })
    expect(refused.body.error.details.problems).toMatchObject([
      { code: 'stepEmpty', field: 'content', stepId: steps[0]?.id, href: `/admin/collections/steps/${steps[0]?.id}#field-content` },
    ]) // prettier-ignore
    const botless = await buildCourse(payload)
    const answer = await call<{ error: { code: string } }>(botless.author, 'POST', botless.course.id)
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'testNeedsBot' } } })
    expect((await call(botless.author, 'GET', botless.course.id)).body).toMatchObject({ hasBot: false })
  })

  it('should be closed to strangers, other creators and students', async () => {
    const taught = await draft()
    await start(taught)
    const personId = await tester(taught)
    const [{ id: testerId = '' } = {}] = (await read(taught)).testers
    const student = await createUser(payload, { role: 'student' })
    const other = await createUser(payload)
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['DELETE', ''],
      ['POST', '/invitation'],
      ['DELETE', '/invitation'],
      ['DELETE', `/testers/${testerId}`],
    ] as const) {
      expect((await call(null, method, taught.course.id, path)).status).toBe(401)
      for (const who of [student, other])
        expect((await call(who, method, taught.course.id, path)).status).toBe(404)
    }
    const person = { id: personId, firstName: 'A', lastName: null, username: null, languageCode: null }
    const asked = { body: { botId: null, code: 'x', person }, token: taught.author.token }
    expect((await callApi('POST', '/runner/tests/join', asked)).status).toBe(401)
    for (const path of ['/testers', '/linkCodes'])
      expect((await callApi('GET', path, { token: taught.author.token })).status).toBeGreaterThanOrEqual(401)
    expect((await read(taught)).testers).toHaveLength(1)
    // An admin may.
    const admin = await createUser(payload, { role: 'admin' })
    expect((await call(admin, 'POST', taught.course.id)).status).toBe(200)
  })

  it('should end when the course is archived or given away, which its testers do not follow', async () => {
    const archived = await draft()
    await start(archived)
    await callApi('POST', `/courses/${archived.course.id}/archive`, { token: archived.author.token })
    expect(await read(archived)).toMatchObject({ preview: null, isArchived: true })
    expect((await call(archived.author, 'POST', archived.course.id)).status).toBe(409)

    const given = await draft()
    await start(given)
    const code = await invite(given)
    await tester(given)
    const heir = await createUser(payload)
    const body = { email: heir.email }
    await callApi('POST', `/courses/${given.course.id}/transfer`, { token: given.author.token, body })
    expect((await call(heir, 'GET', given.course.id)).body).toMatchObject({ preview: null, testers: [] })
    expect(await join(code, newPersonId())).toEqual({ status: 'unknown' })
  })

  it('should wish that Telegram lets testers alone into a managed bot until the course is published', async () => {
    const taught = await draft()
    const ownerTelegramId = await linkCreator(taught)
    const accessOf = async () =>
      (await callApi<RunnerBotResponse>('GET', `/runner/bots/${taught.bot.id}`, { headers })).body.wished
    expect(await accessOf()).toMatchObject({ access: null, isListening: false })
    await payload.update({
      collection: 'bots',
      id: taught.bot.id,
      data: { isManaged: true, ownerTelegramId },
    })
    expect(await accessOf()).toMatchObject({ access: null })
    await start(taught)
    expect(await accessOf()).toMatchObject({ access: { isRestricted: true, userIds: [] }, isListening: true, isServing: false }) // prettier-ignore
    const personId = await tester(taught)
    expect(await accessOf()).toMatchObject({ access: { isRestricted: true, userIds: [personId] } })
    // The bot is somebody else's: then its creator is one of those whom Telegram has to let in.
    await payload.update({ collection: 'bots', id: taught.bot.id, data: { ownerTelegramId: newPersonId() } })
    expect(await accessOf()).toMatchObject({ access: { userIds: [ownerTelegramId, personId] } })
    expect(await read(taught)).toMatchObject({ freePlaces: 8 })
    await call(taught.author, 'DELETE', taught.course.id)
    expect(await accessOf()).toMatchObject({ access: null, isListening: false })
    await publish(taught)
    expect(await accessOf()).toMatchObject({ access: { isRestricted: false }, isServing: true })
  })
})
