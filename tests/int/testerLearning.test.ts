import { describe, expect, it } from 'vitest'

import type { RunnerReceipt } from '../../src/contracts/runnerActions.ts'
import type { RunnerDeliveryResponse } from '../../src/contracts/runnerDelivery.ts'
import { refreshStudentsCounts } from '../../src/operations/courses/refreshStudentsCounts.system.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { tap } from '../factories/buildAction.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { buildTaughtCourse } from '../factories/buildTaughtCourse.ts'
import { richText } from '../factories/richText.ts'
import { callApi } from '../helpers/getTestPayload.ts'
import { testerScene, type ActionResult } from '../helpers/testerScene.ts'

describe('what a tester learns', () => {
  const scene = testerScene()
  const { call, read, start, publish, draft, invite, linkCreator } = scene
  const { join, send, tester, learn, newPersonId, versionOf, releaseOf, getRelease, count, headers } = scene

  it('should be counted nowhere', async () => {
    const taught = await draft()
    await start(taught)
    const personId = await tester(taught)
    expect(await learn(personId, taught)).toMatchObject({ isTest: true, effects: [{ type: 'completion' }] })
    for (const table of ['enrollments', 'facts', 'progress']) expect(await count(table, taught)).toBe(0)
    await refreshStudentsCounts(scene.payload.db.pool, new Date(0))
    const { studentsCount } = await scene.payload.findByID({ collection: 'courses', id: taught.course.id })
    expect(studentsCount).toBe(0)
    const { totalDocs } = await scene.payload.count({ collection: 'users', where: { telegramId: { equals: personId } } })
    expect(totalDocs).toBe(0)
    expect((await read(taught)).testers).toMatchObject([{ status: 'completed' }])
    // Nobody has learned here: the course can go, with everything that its test left.
    await scene.payload.update({ collection: 'bots', id: taught.bot.id, data: { telegramBotId: null } })
    await scene.payload.delete({ collection: 'courses', id: taught.course.id })
    expect(await count('testers', taught)).toBe(0)
  }) // prettier-ignore

  it('should make testers wait for no schedule, approve at once what they hand in, and bring neither it nor their stars to anybody', async () => {
    const task = { ...assignmentStep('Draw an owl'), content: richText('Draw one.') }
    const drip = { isOn: true, per: 'step', isFirstAtOnce: true, amount: 1, unit: 'days', weekdays: [], time: null }
    const last = { title: 'Last', drip: { mode: 'date', at: '2090-01-01T00:00:00.000Z' } }
    const taught = await draft({ course: { drip }, steps: [task, last] })
    await start(taught)
    const personId = await tester(taught)
    let shown = await send(personId, taught)
    shown = await send(personId, taught, tap('begin', versionOf(shown)))
    const said = { type: 'message' as const, kind: 'text' as const, text: 'An owl.', file: null, messageId: 1 }
    expect(await send(personId, taught, said)).toMatchObject({ effects: [{ type: 'draft' }] })
    const handedIn = await send(personId, taught, { type: 'tap', tap: { action: 'send', version: versionOf(shown) } })
    expect(handedIn).toMatchObject({ isTest: true, effects: [{ type: 'submitted', isApproved: true }] })
    const next = await send(personId, taught, tap('next', versionOf(handedIn)))
    const end = await send(personId, taught, tap('next', versionOf(next)))
    expect(end).toMatchObject({ effects: [{ type: 'completion' }] })
    const stars = { action: 'rate' as const, option: 1, version: versionOf(end) }
    expect(await send(personId, taught, { type: 'tap', tap: stars })).toMatchObject({ effects: [{ type: 'rating', stars: 1 }] })
    for (const table of ['assignments', 'submission_files', 'ratings', 'facts']) expect(await count(table, taught)).toBe(0)
    const { rows } = await scene.payload.db.pool.query(`SELECT 1 FROM outbox WHERE topic = 'submission'`)
    expect(rows).toEqual([])
  }) // prettier-ignore

  it('should keep settings within the test, and forget a tester who asks for it at once', async () => {
    const taught = await draft()
    await start(taught)
    const creatorId = await linkCreator(taught)
    const own = { locale: 'ru' as const, remindersEnabled: true }
    await scene.payload.update({ collection: 'users', id: taught.author.user.id, data: own })
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

      const erase = (stage: 'ask' | 'confirm', at: ActionResult) =>
        send(personId, taught, { type: 'tap', tap: { action: 'erase', stage, version: versionOf(at) } })
      const question = await send(personId, taught, { type: 'command', command: 'deleteMe' })
      await erase('ask', question)
      expect(await erase('confirm', question)).toMatchObject({ status: 'done', isTest: true, effects: [{ type: 'notice', key: 'testErased' }] })
      expect(await erase('confirm', question)).toMatchObject({ effects: [{ type: 'toast', key: 'buttonOutdated' }] })
      expect(await send(personId, taught)).toMatchObject({ isTest: true, effects: [{ type: 'welcome', next: 'begin' }] })
    }
    expect(await scene.payload.findByID({ collection: 'users', id: taught.author.user.id })).toMatchObject(own)
    expect(await scene.payload.db.pool.query(`SELECT 1 FROM outbox WHERE topic = 'erasure'`)).toMatchObject({ rows: [] })
  }) // prettier-ignore

  it('should show the newest changes after a refresh, and keep what a tester stands in', async () => {
    const taught = await draft()
    await start(taught)
    const personId = await tester(taught)
    const welcome = await send(personId, taught)
    const step = await send(personId, taught, tap('begin', versionOf(welcome)))
    const first = releaseOf(step)
    await scene.payload.update({
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
    await scene.payload.update({ collection: 'steps', id: taught.steps[2]?.id ?? '', data: { title: 'Last' } })
    await start(taught)
    const { docs } = await scene.payload.find({ collection: 'releases', where: { course: { equals: taught.course.id } } })
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
    const releases = await scene.payload.find({ collection: 'releases', where: { course: { equals: taught.course.id } } })
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
    const taught = await buildTaughtCourse(scene.payload)
    await scene.payload.update({ collection: 'bots', id: taught.bot.id, data: { username: `real${taught.bot.telegramBotId}_bot` } }) // prettier-ignore
    const personId = newPersonId()
    const welcome = await send(personId, taught)
    const step = await send(personId, taught, tap('begin', versionOf(welcome)))
    const rowOf = async () => (await scene.payload.db.pool.query(`SELECT * FROM enrollments WHERE course_id = $1`, [taught.course.id])).rows // prettier-ignore
    const before = await rowOf()
    await scene.payload.update({
      collection: 'steps',
      id: taught.steps[0]?.id ?? '',
      data: { title: 'Better' },
    })
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
    const taught = await buildTaughtCourse(scene.payload)
    await scene.payload.update({ collection: 'bots', id: taught.bot.id, data: { username: `busy${taught.bot.telegramBotId}_bot` } }) // prettier-ignore
    await start(taught)
    const personId = await tester(taught)
    const client = await scene.payload.db.pool.connect()
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
    const { rows } = await scene.payload.db.pool.query<{ subject: string }>(
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

  it('should name what cannot be shown, and ask for nothing that only publishing needs', async () => {
    const bare = await draft({ course: { title: 'A', description: '', category: null } })
    expect((await start(bare)).preview).not.toBeNull()
    const { author, course, steps } = await draft({ steps: [{ title: 'Empty', content: null }] })
    const refused = await callApi<{ error: { code: string; details: { problems: object[] } } }>('POST', `/courses/${course.id}/test`, { token: author.token }) // prettier-ignore
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'courseNotTestable' } } })
    expect(refused.body.error.details.problems).toMatchObject([
      { code: 'stepEmpty', field: 'content', stepId: steps[0]?.id, href: `/admin/collections/steps/${steps[0]?.id}#field-content` },
    ]) // prettier-ignore
    const botless = await buildCourse(scene.payload)
    const answer = await call<{ error: { code: string } }>(botless.author, 'POST', botless.course.id)
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'testNeedsBot' } } })
    expect((await call(botless.author, 'GET', botless.course.id)).body).toMatchObject({ hasBot: false })
  })
})
