import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TeamState } from '../../src/operations/team/describeTeam.ts'
import type { OwnInvite } from '../../src/operations/team/listInvites.ts'
import { joinByCode } from '../../src/operations/team/joinByCode.system.ts'
import { joinTeam } from '../../src/operations/team/joinTeam.system.ts'
import type { TeamRole } from '../../src/contracts/team.ts'
import type { Course, Media } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { contentOf, paragraph } from '../factories/contentBlocks.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { richText } from '../factories/richText.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

/** A lesson that shows one picture. */
const stepWith = (media: string) => ({
  title: 'Shown',
  content: contentOf(paragraph('Look:'), { type: 'image', media, alt: '', caption: '' }),
})

describe('the team of a course', () => {
  let payload: Payload
  let author: SignedIn
  let coAuthor: SignedIn
  let mentor: SignedIn
  let stranger: SignedIn
  let course: Course

  const call = async <Body = Record<string, unknown>>(who: SignedIn | null, method: string, path: string, body?: unknown) =>
    callApi<Body>(method, path, { token: who?.token, body }) // prettier-ignore
  const join = async (who: SignedIn, role: TeamRole, courseId = course.id) =>
    joinTeam({ req: await createLocalReq({}, payload), courseId, user: who.user, role })
  const teamOf = async (who: SignedIn, courseId = course.id) =>
    (await call<TeamState>(who, 'GET', `/courses/${courseId}/team`)).body
  const picture = async (owner: SignedIn, name: string): Promise<Media> =>
    payload.create({
      collection: 'media',
      data: { alt: name, creator: owner.user.id },
      file: await pngFile(`${name}.png`),
    })

  beforeAll(async () => {
    payload = await getTestPayload()
    ;[author, coAuthor, mentor, stranger] = await Promise.all([
      createUser(payload),
      createUser(payload, { firstName: 'Co' }),
      createUser(payload, { firstName: 'Men', role: 'student' }),
      createUser(payload),
    ])
    ;({ course } = await buildCourse(payload, { author, isPublished: true }))
    await join(coAuthor, 'coAuthor')
    await join(mentor, 'mentor')
  })
  afterAll(() => payload.destroy())

  it('should let co-authors edit and publish the course, and nothing beyond', async () => {
    const path = `/courses/${course.id}`
    expect((await call(coAuthor, 'GET', path)).status).toBe(200)
    expect((await call(coAuthor, 'PATCH', path, { title: 'Written by two' })).status).toBe(200)
    const { docs } = (await call<{ docs: { id: string }[] }>(coAuthor, 'GET', `/steps?where[course][equals]=${course.id}`)).body // prettier-ignore
    expect(docs).toHaveLength(3)
    expect((await call(coAuthor, 'PATCH', `/steps/${docs[0]?.id}`, { title: 'Changed' })).status).toBe(200)
    const made = await call(coAuthor, 'POST', '/steps', { title: 'New', stepType: 'text', course: course.id, content: richText('Text.') }) // prettier-ignore
    expect(made.status).toBe(201)
    expect((await call(coAuthor, 'GET', `${path}/publishing`)).body).toMatchObject({ isOwner: false })
    expect((await call(coAuthor, 'POST', `${path}/publish`)).status).toBe(200)
    expect((await call(coAuthor, 'GET', `${path}/bot`)).body).toMatchObject({ isOwner: false })

    const refused: [string, string, unknown?][] = [
      ['POST', '/unpublish'],
      ['POST', '/archive'],
      ['POST', '/restore'],
      ['POST', '/transfer', { email: coAuthor.email }],
      ['POST', '/bot', { token: `123456789:${'a'.repeat(35)}` }],
      ['PATCH', '/bot', { isPaused: true }],
      ['DELETE', '/bot'],
      ['POST', '/bot/request'],
      ['DELETE', '/bot/request'],
      ['POST', '/bot/relink'],
      ['POST', '/bot/rotate'],
      ['POST', '/bot/proof'],
      ['POST', '/team/invites', { email: 'x@example.org', role: 'mentor' }],
      ['POST', '/team/link', { role: 'coAuthor' }],
    ]
    for (const [method, end, body] of refused)
      expect(await call(coAuthor, method, `${path}${end}`, body), `${method} ${end}`).toMatchObject({
        status: 403,
        body: { error: { code: 'courseOwnerOnly' } },
      })
    expect((await call(coAuthor, 'DELETE', path)).status).toBe(403)
    expect((await call(coAuthor, 'DELETE', `${path}/team/members/${mentor.user.id}`)).status).toBe(404)
    // The team is no field that anybody writes.
    await call(coAuthor, 'PATCH', path, {
      coAuthors: [stranger.user.id],
      mentors: [],
      creator: coAuthor.user.id,
    })
    expect(await payload.findByID({ collection: 'courses', id: course.id })).toMatchObject({
      creator: author.user.id,
      coAuthors: [coAuthor.user.id],
      mentors: [mentor.user.id],
    })
  })

  it.each(['nobody', 'stranger', 'mentor'] as const)('should show nothing of it to a %s', async (name) => {
    const who = { nobody: null, stranger, mentor }[name]
    const path = `/courses/${course.id}`
    const step = await payload.find({
      collection: 'steps',
      where: { course: { equals: course.id } },
      limit: 1,
    })
    const reads = [path, `/steps/${step.docs[0]?.id}`, `${path}/team`, `${path}/publishing`, `${path}/bot`]
    for (const read of reads) expect([401, 403, 404], read).toContain((await call(who, 'GET', read)).status)
    for (const write of ['/publish', '/team/link', '/team/invites', '/transfer'])
      expect([401, 404, 422], write).toContain((await call(who, 'POST', `${path}${write}`, { role: 'mentor', email: 'a@b.example' })).status) // prettier-ignore
    expect([401, 403, 404]).toContain((await call(who, 'PATCH', path, { title: 'Mine' })).status)
    expect([401, 404]).toContain((await call(who, 'DELETE', `${path}/team/members/${coAuthor.user.id}`)).status) // prettier-ignore
    const versions = await call<{ totalDocs?: number }>(who, 'GET', `/courses/versions?where[parent][equals]=${course.id}`) // prettier-ignore
    expect(versions.status === 403 || versions.body.totalDocs === 0).toBe(true)
  })

  it('should show co-authors each other’s pictures where they stand, and no others', async () => {
    const [shown, kept, theirs] = [
      await picture(author, 'shown'),
      await picture(author, 'kept'),
      await picture(coAuthor, 'theirs'),
    ]
    const foreign = await picture(stranger, 'foreign')
    const { course: both } = await buildCourse(payload, { author, steps: [stepWith(shown.id), stepWith(theirs.id), stepWith(foreign.id)] }) // prettier-ignore
    await join(coAuthor, 'coAuthor', both.id)
    const sees = async (who: SignedIn, { id }: Media) => (await call(who, 'GET', `/media/${id}`)).status
    expect(await sees(coAuthor, shown)).toBe(200)
    expect(await sees(author, theirs)).toBe(200)
    for (const [who, file] of [
      [coAuthor, kept],
      [coAuthor, foreign],
      [author, foreign],
      [mentor, shown],
      [stranger, shown],
    ] as const)
      // prettier-ignore
      expect([403, 404], file.alt ?? '').toContain(await sees(who, file))
    expect((await call(coAuthor, 'DELETE', `/media/${shown.id}`)).status).toBeGreaterThanOrEqual(400)

    // What a co-author brought stays when they go, and is the creator’s then.
    expect((await call(coAuthor, 'DELETE', `/courses/${both.id}/team/members/${coAuthor.user.id}`)).status).toBe(204) // prettier-ignore
    expect(await payload.findByID({ collection: 'media', id: theirs.id })).toMatchObject({ creator: author.user.id }) // prettier-ignore
    expect((await call(coAuthor, 'GET', `/courses/${both.id}`)).status).toBe(404)
  })

  it('should ask by address without saying who has an account', async () => {
    const guest = await createUser(payload, { firstName: 'Guest' })
    const { course: asked } = await buildCourse(payload, { author })
    const invite = (email: string, role: TeamRole = 'mentor') =>
      call<TeamState>(author, 'POST', `/courses/${asked.id}/team/invites`, { email, role })
    const [known, unknown] = [
      await invite(` ${guest.email.toUpperCase()} `),
      await invite('nobody@example.org'),
    ]
    expect([known.status, unknown.status]).toEqual([200, 200])
    expect(unknown.body.members).toHaveLength(1)
    expect(unknown.body.invites.map(({ email }) => email)).toEqual([guest.email, 'nobody@example.org'])
    expect((await invite('no address')).status).toBe(422)

    const { invites } = (await call<{ invites: OwnInvite[] }>(guest, 'GET', '/users/me/invites')).body
    expect(invites).toMatchObject([{ courseTitle: asked.title, role: 'mentor' }])
    const accept = `/users/me/invites/${invites[0]?.id}/accept`
    expect((await call(stranger, 'POST', accept)).status).toBe(404)
    expect((await call(null, 'POST', accept)).status).toBe(401)
    expect((await call(guest, 'POST', accept)).status).toBe(204)
    expect((await call(guest, 'POST', accept)).status).toBe(404)
    expect((await teamOf(author, asked.id)).members.map(({ role }) => role)).toEqual(['creator', 'mentor'])

    // Asked again with another role; declined by nobody's leave but theirs.
    await invite(guest.email, 'coAuthor')
    const again = (await call<{ invites: OwnInvite[] }>(guest, 'GET', '/users/me/invites')).body.invites[0]
    expect((await call(guest, 'POST', `/users/me/invites/${again?.id}/accept`)).status).toBe(204)
    const team = await teamOf(guest, asked.id)
    expect(team.members.map(({ role }) => role)).toEqual(['creator', 'coAuthor'])
    expect([team.isOwner, team.invites]).toEqual([false, []])
    const open = (await teamOf(author, asked.id)).invites[0]
    const withdrawn = await call<TeamState>(author, 'DELETE', `/courses/${asked.id}/team/invites/${open?.id}`)
    expect(withdrawn.body.invites).toEqual([])
    expect((await call(author, 'DELETE', `/courses/${asked.id}/team/members/${guest.user.id}`)).status).toBe(204) // prettier-ignore
    expect((await call(guest, 'GET', `/courses/${asked.id}/team`)).status).toBe(404)
  })

  it('should make no co-author of somebody who may not make courses', async () => {
    const student = await createUser(payload, { role: 'student' })
    await call(author, 'POST', `/courses/${course.id}/team/invites`, {
      email: student.email,
      role: 'coAuthor',
    })
    const { invites } = (await call<{ invites: OwnInvite[] }>(student, 'GET', '/users/me/invites')).body
    const { status, body } = await call(student, 'POST', `/users/me/invites/${invites[0]?.id}/accept`)
    expect([status, body]).toMatchObject([403, { error: { code: 'coAuthorNotCreator' } }])
    expect((await call(student, 'POST', `/users/me/invites/${invites[0]?.id}/decline`)).status).toBe(204)
  })

  it('should let whoever opens a link first join, once', async () => {
    await payload.updateGlobal({
      slug: 'platform',
      data: {
        username: 'team_platform_bot',
        telegramBotId: 1,
        canManageBots: true,
        reportedAt: '2026-01-01',
      },
    })
    const { course: linked } = await buildCourse(payload, { author })
    const codeFor = async (role: TeamRole) => {
      const { body } = await call<{ link: string }>(author, 'POST', `/courses/${linked.id}/team/link`, {
        role,
      })
      return /start=team_([\w-]+)$/.exec(body.link)?.[1] ?? ''
    }
    const open = async (code: string, id: number) =>
      joinByCode(await createLocalReq({}, payload), {
        code,
        person: { id, firstName: 'Tele', lastName: null, username: null, languageCode: 'en' },
      })
    const code = await codeFor('mentor')
    expect(await open(code, 71001)).toEqual({ status: 'joined', courseTitle: linked.title, role: 'mentor' })
    expect((await open(code, 71001)).status).toBe('joined')
    expect((await open(code, 71002)).status).toBe('used')
    expect((await open('made-up', 71002)).status).toBe('unknown')
    expect((await open(await codeFor('coAuthor'), 71002)).status).toBe('notCreator')
    expect((await teamOf(author, linked.id)).members).toMatchObject([
      { role: 'creator', hasTelegram: false },
      { role: 'mentor', name: 'Tele', hasTelegram: true },
    ])

    // A link of somebody who has given the course away is good for nothing.
    const late = await codeFor('mentor')
    await call(author, 'POST', `/courses/${linked.id}/transfer`, { email: stranger.email })
    expect((await open(late, 71003)).status).toBe('unknown')
  })

  it('should keep the team when an older version is brought back, and count nobody twice when the course is given to a member', async () => {
    const { course: given } = await buildCourse(payload, { author })
    await join(coAuthor, 'coAuthor', given.id)
    const [oldest] = (await payload.findVersions({ collection: 'courses', where: { parent: { equals: given.id } }, sort: 'createdAt', limit: 1 })).docs // prettier-ignore
    expect((await call(coAuthor, 'POST', `/courses/versions/${oldest?.id}`)).status).toBe(200)
    expect((await payload.findByID({ collection: 'courses', id: given.id })).coAuthors).toEqual([
      coAuthor.user.id,
    ])
    await call(author, 'POST', `/courses/${given.id}/transfer`, { email: coAuthor.email })
    expect(await payload.findByID({ collection: 'courses', id: given.id })).toMatchObject({
      creator: coAuthor.user.id,
      coAuthors: [],
    })
  })
})
