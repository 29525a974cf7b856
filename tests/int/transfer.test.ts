import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ReleaseContent } from '../../src/releases/buildReleaseContent.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { contentOf, paragraph } from '../factories/contentBlocks.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { callApi, getTestPayload } from '../helpers/getTestPayload.ts'

describe('a course that is given away', () => {
  let payload: Payload
  beforeAll(async () => {
    payload = await getTestPayload()
  })
  afterAll(() => payload.destroy())

  const picture = async ({ user }: SignedIn, name: string) =>
    (await payload.create({ collection: 'media', data: { creator: user.id }, file: await pngFile(name) })).id
  const stepWith = (media: string) => ({
    title: 'With a picture',
    content: contentOf(paragraph('Look:'), { type: 'image', media, alt: '', caption: '' }),
  })
  const give = (courseId: string, from: SignedIn, email: string) =>
    callApi('POST', `/courses/${courseId}/transfer`, { token: from.token, body: { email } })
  const ownerOf = async (id: string) =>
    (await payload.findByID({ collection: 'media', id, depth: 0 })).creator
  const mediaOfRelease = async (courseId: string) => {
    const { docs } = await payload.find({
      collection: 'releases',
      where: { course: { equals: courseId } },
      sort: '-number',
      limit: 1,
      showHiddenFields: true,
    })
    return Object.keys((docs[0]?.content as ReleaseContent).media)
  }

  it('should take its files along, but for those that another course shows as well', async () => {
    const [author, heir] = [await createUser(payload), await createUser(payload)]
    const [own, shared, cover] = [
      await picture(author, 'own.png'),
      await picture(author, 'shared.png'),
      await picture(author, 'cover.png'),
    ]
    const { course } = await buildCourse(payload, {
      author,
      course: { thumbnail: cover },
      steps: [stepWith(own), stepWith(shared)],
      isPublished: true,
    })
    await buildCourse(payload, { author, steps: [stepWith(shared)] })
    expect((await give(course.id, author, heir.user.email ?? '')).status).toBe(204)
    expect([await ownerOf(own), await ownerOf(cover), await ownerOf(shared)]).toEqual([
      heir.user.id,
      heir.user.id,
      author.user.id,
    ])

    // The heir writes on and publishes: nothing is missing.
    await callApi('PATCH', `/courses/${course.id}`, {
      token: heir.token,
      body: { title: 'Under a new hand' },
    })
    expect((await callApi('POST', `/courses/${course.id}/publish`, { token: heir.token })).status).toBe(200)
    expect((await mediaOfRelease(course.id)).toSorted()).toEqual([own, shared, cover].toSorted())
  })

  it('should let nobody put the files of another author into a course by that', async () => {
    const [author, thief] = [await createUser(payload), await createUser(payload)]
    const secret = await picture(author, 'secret.png')
    const { course } = await buildCourse(payload, { author: thief, steps: [stepWith(secret)] })
    const { status } = await callApi('POST', `/courses/${course.id}/publish`, { token: thief.token })
    expect(status).toBe(422)
    await give(course.id, thief, (await createUser(payload)).user.email ?? '')
    expect(await ownerOf(secret)).toBe(author.user.id)
  })

  it('should go only from its author to an active creator, and take the open request with it', async () => {
    const [author, stranger, heir] = [
      await createUser(payload),
      await createUser(payload),
      await createUser(payload),
    ]
    const student = await createUser(payload, { role: 'student' })
    const gone = await createUser(payload)
    await payload.update({ collection: 'users', id: gone.user.id, data: { isActive: false } })
    const { course } = await buildCourse(payload, { author, isPublished: true })
    expect((await give(course.id, stranger, stranger.user.email ?? '')).status).toBe(404)
    for (const { user } of [student, gone])
      expect(await give(course.id, author, user.email ?? '')).toMatchObject({
        status: 422,
        body: { error: { code: 'creatorNotFound' } },
      })
    const data = {
      suggestedUsername: 'given_bot',
      name: 'x',
      state: 'open',
      expiresAt: '2100-01-01',
    } as const
    const request = await payload.create({ collection: 'botRequests', data: { ...data, course: course.id, creator: author.user.id } }) // prettier-ignore
    expect((await give(course.id, author, ` ${heir.user.email?.toUpperCase()} `)).status).toBe(204)
    expect((await payload.findByID({ collection: 'botRequests', id: request.id })).state).toBe('cancelled')
    const { status } = await callApi('GET', `/courses/${course.id}/bot`, { token: author.token })
    expect(status).toBe(404)
    expect((await callApi('GET', `/courses/${course.id}/bot`, { token: heir.token })).status).toBe(200)
  })
})
