import { describe, expect, it } from 'vitest'

import { far } from '../factories/accessTargets.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { actors } from '../helpers/accessActors.ts'
import { accessScene } from '../helpers/accessScene.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { outcomeOf } from '../helpers/refusal.ts'
import { snapshotTables } from '../helpers/snapshotTables.ts'

describe('what accounts and roles may', () => {
  const { given, rest, graphql } = accessScene()

  it('should hand a course’s history over with the course', async () => {
    const { stack, payload, author, people } = given()
    const { user, token: own } = people.creator
    const admin = await createUser(payload, { role: 'admin' })
    const made = await callWeb<{ doc: { id: string } }>(stack, 'POST', '/courses', {
      token: own,
      body: { title: 'Handed over' },
    })
    const { id } = made.body.doc
    const versionsFor = async (person: SignedIn) => {
      const path = `/courses/versions?where[parent][equals]=${id}`
      const { body } = await callWeb<{ totalDocs: number }>(stack, 'GET', path, { token: person.token })
      return body.totalDocs
    }
    expect([await versionsFor(people.creator), await versionsFor(author)]).toEqual([1, 0])
    const handover = { token: admin.token, body: { creator: author.user.id } }
    await callWeb(stack, 'PATCH', `/courses/${id}`, handover)
    expect([await versionsFor(people.creator), await versionsFor(author)]).toEqual([0, 2])
    await payload.update({ collection: 'courses', id, data: { creator: user.id } })
    await payload.delete({ collection: 'courses', id })
  })

  it('should show a learner with a login what is theirs, without the state behind it', async () => {
    const { stack, people } = given()
    const { token: own } = people.student
    for (const slug of ['enrollments', 'progress'] as const) {
      const { body } = await callWeb<{ docs: object[] }>(stack, 'GET', `/${slug}`, { token: own })
      expect(body.docs, slug).toHaveLength(1)
      expect(body.docs[0]).toMatchObject({ user: people.student.user.id })
      expect(body.docs[0]).not.toHaveProperty('state')
    }
  })

  it('should let nobody give themselves rights', async () => {
    const { stack, payload, people } = given()
    const { user, token: own } = people.student
    const wished = { role: 'admin', isActive: false, telegramId: 99, subscriptionPlan: 'enterprise', email: 'eve@example.org', username: 'eve', subscriptionExpiresAt: far } as const
    await rest('student', 'PATCH', `/users/${user.id}`, wished)
    await rest('student', 'PATCH', `/users?where[id][equals]=${user.id}`, wished)
    await graphql('student', `mutation ($data: mutationUserUpdateInput!) { updateUser(id: "${user.id}", data: $data) { id } }`, { data: wished })
    await outcomeOf(payload.update({ collection: 'users', id: user.id, data: wished, overrideAccess: false, user }))
    expect(await payload.findByID({ collection: 'users', id: user.id })).toMatchObject({ role: 'student', isActive: true, telegramId: 4002, subscriptionPlan: 'free', email: user.email })
    expect((await callWeb(stack, 'PATCH', `/users/${user.id}`, { token: own, body: { firstName: 'Renamed' } })).status).toBe(200)
  }) // prettier-ignore

  it('should take from a creator only what a creator sets', async () => {
    const { stack, payload, author, people, targets } = given()
    const { user, token: own } = people.creator
    const wished = { title: 'My own', creator: author.user.id, isPublished: true, isArchived: true, currentRelease: targets.find(({ slug }) => slug === 'releases')?.id, studentsCount: 1000, rating: 5, botUsername: 'eve_bot' }
    const plain = { creator: user.id, isPublished: false, isArchived: false, studentsCount: 0 }
    const { body } = await callWeb<{ doc: { id: string } }>(stack, 'POST', '/courses', { token: own, body: wished })
    const { id } = body.doc
    const read = () => payload.findByID({ collection: 'courses', id, joins: false })
    const isPlain = async () => {
      const doc = await read()
      expect(doc).toMatchObject(plain)
      expect([doc.currentRelease ?? null, doc.rating ?? null, doc.botUsername ?? null]).toEqual([null, null, null])
    }
    await isPlain()
    await callWeb(stack, 'PATCH', `/courses/${id}`, { token: own, body: wished })
    await graphql('creator', `mutation ($data: mutationCourseUpdateInput!) { updateCourse(id: "${id}", data: $data) { id } }`, { data: wished })
    await outcomeOf(payload.update({ collection: 'courses', id, data: wished, overrideAccess: false, user }))
    await isPlain()
    const media = await callWeb<{ docs: unknown[] }>(stack, 'GET', '/media', { token: own })
    expect(media.body.docs).toEqual([])
  }) // prettier-ignore

  it('should make of a published course’s copy an unpublished one', async () => {
    const { stack, payload, author, course } = given()
    const { body } = await callWeb<{ doc: { id: string } }>(stack, 'POST', `/courses/${course.course.id}/duplicate`, { token: author.token, body: {} })
    const copy = await payload.findByID({ collection: 'courses', id: body.doc.id })
    expect(copy).toMatchObject({ creator: author.user.id, isPublished: false, studentsCount: 0 })
    expect([copy.currentRelease ?? null, copy.botUsername ?? null]).toEqual([null, null])
    await payload.delete({ collection: 'courses', id: copy.id })
  }) // prettier-ignore

  it('should not let anybody take an installation over or find out who has an account', async () => {
    const { stack, author, people } = given()
    const post = (path: string, body: unknown) => callWeb(stack, 'POST', path, { body })
    const known = author.email
    const unknown = 'nobody@example.org'
    expect((await post('/users/first-register', { email: unknown, password: 'long enough', role: 'admin' })).status).toBe(404)
    const answers = async (path: string, bodyOf: (email: string) => object) =>
      Promise.all([known, unknown].map(async (email) => {
        const { status, body } = await post(path, bodyOf(email))
        return JSON.stringify([status, body]).replaceAll(/"requestId":"[^"]+"/g, '')
      }))
    for (const [path, bodyOf] of [
      ['/users/forgot-password', (email: string) => ({ email })],
      ['/users/login', (email: string) => ({ email, password: 'wrong' })],
      ['/users/unlock', (email: string) => ({ email })],
    ] as const) {
      const [forKnown, forUnknown] = await answers(path, bodyOf)
      expect(forKnown).toBe(forUnknown)
    }
    expect((await post('/users/reset-password', { token: '', password: 'long enough' })).status).toBeGreaterThanOrEqual(400)
    const { email, password } = people.deactivated
    const refused = await post('/users/login', { email, password })
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'accountInactive' } } })
  }) // prettier-ignore

  it('should count a deactivated account’s session as none', async () => {
    const { stack, people } = given()
    const own = { token: people.deactivated.token }
    expect((await callWeb(stack, 'GET', '/users/me', own)).body.user).toBeFalsy()
    expect((await callWeb(stack, 'POST', '/users/refresh-token', own)).status).toBe(403)
    expect(
      (await callWeb(stack, 'POST', '/courses', { ...own, body: { title: 'After the end' } })).status,
    ).toBe(403)
  })

  it('should let nobody without an active account link one, and no stranger act for Telegram', async () => {
    const { payload, course } = given()
    const before = await snapshotTables(payload)
    for (const actor of ['nobody', 'deactivated'] as const) {
      for (const method of ['GET', 'POST', 'DELETE'])
        expect((await rest(actor, method, '/users/me/telegram-link')).status).toBe(401)
    }
    const { bot, course: taught } = course
    for (const actor of actors) {
      for (const [method, path] of [
        ['POST', 'platform'],
        ['POST', 'platform/link'],
        ['POST', 'platform/unlink'],
        ['POST', `bots/${bot.id}/farewells`],
        ['POST', 'platform/managed-bot'],
        ['POST', 'platform/choose'],
        ['GET', 'platform/courses?telegramUserId=4001'],
        ['POST', 'platform/courses'],
        ['GET', `platform/alerts/${bot.id}`],
        ['POST', `bots/${bot.id}/token`],
        ['POST', `bots/${bot.id}/ownership`],
        ['GET', `bots/${bot.id}/picture`],
      ] as const) {
        const { status, text } = await rest(
          actor,
          method,
          `/runner/${path}`,
          method === 'POST' ? {} : undefined,
        )
        expect([actor, path, status]).toEqual([actor, path, 401])
        expect(text).not.toContain(taught.id)
      }
      const { status } = await rest(actor, 'POST', '/globals/platform', { username: 'eve_bot' })
      expect([actor, status]).toEqual([actor, 403])
      const shown = await rest(actor, 'GET', '/globals/platform')
      expect([actor, shown.status]).toEqual([actor, actor === 'creator' ? 200 : 403])
    }
    expect(await snapshotTables(payload)).toEqual(before)
  })
})
