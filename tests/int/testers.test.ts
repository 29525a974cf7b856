import { describe, expect, it } from 'vitest'

import type { RunnerBotResponse } from '../../src/contracts/runnerBots.ts'
import { processState } from '../../src/processState.ts'
import { createUser } from '../factories/createUser.ts'
import { callApi } from '../helpers/getTestPayload.ts'
import { testerScene } from '../helpers/testerScene.ts'

const week = 7 * 24 * 60 * 60_000

describe('who may test a course', () => {
  const scene = testerScene()
  const { call, read, start, publish, draft, invite, linkCreator } = scene
  const { join, send, tester, newPersonId, releaseOf, getRelease, headers } = scene

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
    const { rows } = await scene.payload.db.pool.query<{ row: string }>(`SELECT l::text AS row FROM link_codes l WHERE course_id = $1`, [taught.course.id]) // prettier-ignore
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(code)

    const barred = newPersonId()
    await createUser(scene.payload, { telegramId: barred, isActive: false })
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

  it('should be closed to strangers, other creators and students', async () => {
    const taught = await draft()
    await start(taught)
    const personId = await tester(taught)
    const [{ id: testerId = '' } = {}] = (await read(taught)).testers
    const student = await createUser(scene.payload, { role: 'student' })
    const other = await createUser(scene.payload)
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
    const admin = await createUser(scene.payload, { role: 'admin' })
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
    const heir = await createUser(scene.payload)
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
    await scene.payload.update({
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
    await scene.payload.update({
      collection: 'bots',
      id: taught.bot.id,
      data: { ownerTelegramId: newPersonId() },
    })
    expect(await accessOf()).toMatchObject({ access: { userIds: [ownerTelegramId, personId] } })
    expect(await read(taught)).toMatchObject({ freePlaces: 8 })
    await call(taught.author, 'DELETE', taught.course.id)
    expect(await accessOf()).toMatchObject({ access: null, isListening: false })
    await publish(taught)
    expect(await accessOf()).toMatchObject({ access: { isRestricted: false }, isServing: true })
  })
})
