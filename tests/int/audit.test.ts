import { randomUUID } from 'node:crypto'

import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { attachBot } from '../../src/operations/bots/attachBot.ts'
import { removeBot } from '../../src/operations/bots/removeBot.ts'
import { setCourseArchived } from '../../src/operations/courses/setCourseArchived.ts'
import { transferCourse } from '../../src/operations/courses/transferCourse.ts'
import { unpublishCourse } from '../../src/operations/courses/unpublishCourse.ts'
import { openSession } from '../../src/operations/identities/openSession.system.ts'
import { refreshSession } from '../../src/operations/identities/refreshSession.system.ts'
import { joinTeam } from '../../src/operations/team/joinTeam.system.ts'
import { leaveTeam } from '../../src/operations/team/leaveTeam.ts'
import type { AuditEvent as Row } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { openApiSession } from '../factories/openApiSession.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { outcomeOf } from '../helpers/refusal.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

const secret = () => process.env.PAYLOAD_SECRET ?? ''

describe('the audit log', () => {
  let payload: Payload
  let web: Web
  let admin: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb()
    admin = await createUser(payload, { role: 'admin' })
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  const rowsOn = async (documentId: string): Promise<Row[]> =>
    (
      await payload.find({
        collection: 'auditEvents',
        where: { documentId: { equals: documentId } },
        sort: 'at',
        limit: 100,
      })
    ).docs
  const actsOn = async (documentId: string) => (await rowsOn(documentId)).map(({ act }) => act)
  const as = (who: SignedIn) => createLocalReq({ user: who.user }, payload)
  const patch = (token: string, id: string, body: object) =>
    callWeb(web, 'PATCH', `/users/${id}`, { token, body })

  it('should be read by administrators alone, and changed by nobody, whichever way', async () => {
    const { user } = await createUser(payload)
    const row = (await rowsOn(user.id))[0]!
    const list = await callWeb<{ docs: Row[] }>(web, 'GET', `/auditEvents?where[documentId][equals]=${user.id}`, { token: admin.token })
    expect(list.body.docs.map(({ act }) => act).toSorted()).toEqual(['accountCreated', 'signedIn'])

    for (const role of ['creator', 'moderator', 'student', null] as const) {
      const token = role && (await createUser(payload, { role })).token
      for (const path of ['/auditEvents', `/auditEvents/${row.id}`, '/auditEvents/count'])
        expect([role, path, (await callWeb(web, 'GET', path, { token: token ?? undefined })).status]).toEqual([role, path, 403])
    }
    const data = { act: 'roleChanged', at: new Date().toISOString(), onCollection: 'users', documentId: 'x' }
    for (const [method, path] of [['POST', ''], ['PATCH', `/${row.id}`], ['DELETE', `/${row.id}`], ['DELETE', '?where[act][exists]=true'], ['PATCH', '?where[act][exists]=true'], ['POST', `/${row.id}/duplicate`]] as const)
      expect([method, path, (await callWeb(web, method, `/auditEvents${path}`, { token: admin.token, body: data })).status]).toEqual([method, path, 403])
    const collection = 'auditEvents' as const
    for (const act of [
      () => payload.create({ collection, data: data as never }),
      () => payload.update({ collection, id: row.id, data: { act: 'roleChanged' } }),
      () => payload.delete({ collection, id: row.id }),
      () => payload.delete({ collection, where: {} }),
    ])
      expect((await outcomeOf(act())).status).toBe(403)
    for (const statement of ["UPDATE audit_events SET actor_id = 'eve'", 'DELETE FROM audit_events', 'DELETE FROM audit_events WHERE false', 'TRUNCATE audit_events', 'TRUNCATE audit_events CASCADE'])
      await expect(payload.db.pool.query(statement), statement).rejects.toThrow('only added to')
    expect(await rowsOn(user.id)).toContainEqual(row)
  }) // prettier-ignore

  it('should keep who changed an account, what of it, and in which request', async () => {
    const { user } = await createUser(payload)
    const requestId = randomUUID()
    const headers = { 'x-request-id': requestId }
    const body = { role: 'moderator', subscriptionPlan: 'enterprise', isActive: false }
    await callWeb(web, 'PATCH', `/users/${user.id}`, { token: admin.token, body, headers })
    const rows = (await rowsOn(user.id)).filter((row) => row.requestId === requestId)
    expect(rows.map(({ act, actorId, actorRole, details }) => ({ act, actorId, actorRole, details }))).toEqual(
      expect.arrayContaining([
        { act: 'roleChanged', actorId: admin.user.id, actorRole: 'admin', details: { from: 'creator', to: 'moderator' } },
        { act: 'planChanged', actorId: admin.user.id, actorRole: 'admin', details: { from: 'free', to: 'enterprise' } },
        { act: 'accountDeactivated', actorId: admin.user.id, actorRole: 'admin', details: {} },
      ]),
    )
    expect(rows).toHaveLength(3)
    await patch(admin.token, user.id, { isActive: true, email: `${randomUUID()}@example.org` })
    await callWeb(web, 'PATCH', `/users/${user.id}?select[firstName]=true`, { token: admin.token, body: { role: 'creator' } })
    await patch(admin.token, user.id, { firstName: 'No act' })
    expect((await actsOn(user.id)).slice(-3).toSorted()).toEqual(['accountActivated', 'emailChanged', 'roleChanged'])
    await callWeb(web, 'DELETE', `/users/${user.id}`, { token: admin.token })
    expect(await actsOn(user.id)).toContain('accountDeleted')
  }) // prettier-ignore

  it('should keep signing in, and passwords that are changed, without the password or an address', async () => {
    const { user, email, password, token } = await createUser(payload, { role: 'creator' })
    await callWeb(web, 'POST', '/users/login', { body: { email, password } })
    await callWeb(web, 'POST', '/users/login', { body: { email, password: 'wrong' } })
    expect((await actsOn(user.id)).filter((act) => act === 'signedIn')).toHaveLength(2)
    await patch(token, user.id, { password: 'another long one' })
    const reset = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
    await payload.resetPassword({ collection: 'users', data: { token: reset, password: 'a third long one' }, overrideAccess: true })
    const rows = await rowsOn(user.id)
    expect(rows.filter(({ act }) => act === 'passwordChanged').map(({ actorId, details }) => [actorId, details])).toEqual([[user.id, {}], [null, { by: 'mail' }]])
    const text = JSON.stringify(rows)
    for (const hidden of [email, password, 'long one', '127.0.0.1']) expect(text).not.toContain(hidden)
  }) // prettier-ignore

  it('should keep sessions of the platform API that are opened, ended, and revoked', async () => {
    const { user } = await createUser(payload, { role: 'student' })
    const session = await openApiSession(payload, web, { userId: user.id })
    await session.call('POST', '/auth/logout')
    const tokens = await openSession(payload.db.pool, { userId: user.id, courseId: null, device: null, secret: secret() })
    const refresh = () => refreshSession({ pool: payload.db.pool, secret: secret(), refreshToken: tokens.refreshToken })
    await refresh()
    await expect(refresh()).rejects.toThrow()
    const { docs } = await payload.find({ collection: 'auditEvents', where: { onCollection: { equals: 'sessions' } }, sort: 'at', limit: 100 })
    const ids = (await payload.find({ collection: 'sessions', where: { user: { equals: user.id } } })).docs.map(({ id }) => id)
    const found = docs.filter(({ documentId }) => ids.includes(documentId)).map(({ act, actorId }) => [act, actorId])
    expect(found).toEqual([['signedIn', user.id], ['sessionEnded', user.id], ['signedIn', user.id], ['sessionFamilyRevoked', null]])
    expect(JSON.stringify(docs)).not.toContain(tokens.refreshToken)
  }) // prettier-ignore

  it('should keep what becomes of a course, its team and its bot', async () => {
    const { author, course } = await buildCourse(payload, { isPublished: true })
    const other = await createUser(payload)
    const [courseId, token] = [course.id, `471100:${'A'.repeat(35)}`]
    await joinTeam({ req: await createLocalReq({}, payload), courseId, user: other.user, role: 'mentor' })
    await leaveTeam({ req: await as(other), courseId, userId: other.user.id })
    await attachBot({ req: await as(author), courseId, token })
    await attachBot({ req: await as(author), courseId, token: `471100:${'B'.repeat(35)}` })
    await removeBot({ req: await as(author), courseId })
    await unpublishCourse({ req: await as(author), courseId })
    for (const isArchived of [true, false]) await setCourseArchived({ req: await as(author), courseId, isArchived })
    await transferCourse({ req: await as(author), courseId, email: other.email })
    expect(await actsOn(courseId)).toEqual(['coursePublished', 'memberJoined', 'memberRemoved', 'courseUnpublished', 'courseArchived', 'courseRestored', 'courseTransferred'])
    const bot = (await payload.find({ collection: 'bots', where: { course: { equals: courseId } } })).docs[0]!
    expect(await actsOn(bot.id)).toEqual(['botAttached', 'botTokenReplaced', 'botRemoved'])
    expect(JSON.stringify(await rowsOn(bot.id))).not.toMatch(/A{35}|B{35}/)
    const empty = await buildCourse(payload, { author, steps: [] })
    await payload.delete({ collection: 'courses', id: empty.course.id, user: author.user })
    expect(await rowsOn(empty.course.id)).toMatchObject([{ act: 'courseDeleted' }])
  }) // prettier-ignore

  it('should keep nothing of what was not done after all', async () => {
    const { user } = await createUser(payload)
    const taken = await createUser(payload)
    const before = await actsOn(user.id)
    await patch(admin.token, user.id, {
      password: 'long enough to be one',
      role: 'admin',
      email: taken.email,
    })
    expect(await actsOn(user.id)).toEqual(before)
  })
})
