import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiMedia, MediaList } from '../../src/contracts/api/media.ts'
import { incomingFolder } from '../../src/operations/media/incomingFolder.ts'
import * as sample from '../../src/operations/media/testing/sampleFiles.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { openApiSession, type ApiRefusal, type ApiSession } from '../factories/openApiSession.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

type Uploading = {
  name: string
  fields?: Record<string, string>
  part?: string
  headers?: Record<string, string>
}
type Answer = { status: number; body: ApiMedia & ApiRefusal }

const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, 1)

describe('files by the platform API', () => {
  let web: Web
  let payload: Payload
  let author: SignedIn
  let session: ApiSession
  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb({ MEDIA_MAX_FILE_MB: '2', MEDIA_QUOTA_MB: '3' })
    author = await createUser(payload)
    session = await sessionOf(author)
  })
  afterAll(async () => {
    await web.stop()
    await payload.destroy()
  })

  const sessionOf = ({ user }: SignedIn, courseId?: string) =>
    openApiSession(payload, web, { userId: user.id, courseId })
  const folder = () => process.env.MEDIA_DIR ?? ''
  const kept = () => readdir(folder())
  const waiting = () => readdir(incomingFolder(folder())).catch(() => [])
  const send = async (token: string, body: RequestInit['body'], headers: Record<string, string> = {}) => {
    const response = await fetch(`${web.webUrl}/api/v1/media`, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { authorization: `Bearer ${token}`, ...headers },
    } as RequestInit)
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  const upload = ({ token }: ApiSession, content: Buffer, options: Uploading): Promise<Answer> => {
    const { name, fields = {}, part = 'file', headers } = options
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.set(field, value)
    form.set(part, new File([new Uint8Array(content)], name, { type: 'image/png' }))
    return send(token, form, headers)
  }

  it('should be looked through, cleaned, and shown in lessons', async () => {
    const photo = await sample.jpegWithPlace()
    const { status, body } = await upload(session, photo, {
      name: '../Сова.jpg',
      fields: { alt: ' An owl ' },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...{ kind: 'image', mimeType: 'image/jpeg', name: 'Сова.jpg', alt: 'An owl' },
      ...{ width: 20, height: 40, duration: null },
    })
    const bytes = Buffer.from(await (await fetch(body.url)).arrayBuffer())
    expect([bytes.length, bytes.includes(sample.place)]).toEqual([body.bytes, false])
    const stored = await payload.findByID({ collection: 'media', id: body.id })
    expect(stored).toMatchObject({
      creator: author.user.id,
      hash: createHash('sha256').update(bytes).digest('hex'),
    })
    expect(await waiting()).toEqual([])

    const film = (await upload(session, sample.mp4(), { name: 'film.mp4' })).body
    expect(film).toMatchObject({ kind: 'video', duration: 2.5 })
    const step = { title: 'Film', stepType: 'video' as const, video: film.id }
    await buildCourse(payload, {
      author,
      course: { title: 'A course of owls' },
      steps: [step],
      isPublished: true,
    })
    const used = await session.call('DELETE', `/media/${film.id}`)
    expect([used.status, used.body.error.code]).toEqual([409, 'fileIsUsed'])
    expect(used.body.error.message).toContain('A course of owls')
    expect((await session.call('GET', `/media/${film.id}`)).status).toBe(200)
    expect((await session.call('DELETE', `/media/${body.id}`)).status).toBe(204)
    expect((await session.call('GET', `/media/${body.id}`)).status).toBe(404)
    expect((await fetch(body.url)).status).toBe(404)
    expect(await kept()).not.toContain(stored.filename)
  })

  it.each([
    ['mediaMismatch', () => sample.pdf(), 'owl.png'],
    ['mediaProgram', () => sample.program(), 'owl.png'],
    ['mediaEmpty', () => Buffer.alloc(0), 'owl.txt'],
    ['mediaArchiveBomb', () => sample.zip(0xfffffffe), 'owls.zip'],
  ] as const)('should be refused as %s, in words, with nothing left behind', async (code, make, name) => {
    const before = await kept()
    const refused = await upload(session, make(), { name })
    expect([refused.status, refused.body.error.code]).toEqual([422, code])
    const russian = await upload(session, make(), { name, headers: { 'accept-language': 'ru' } })
    expect(russian.body.error.message).toMatch(/[а-я]{4}/)
    expect([await kept(), await waiting()]).toEqual([before, []])
  })

  it('should be refused when they are too large, by themselves or all together', async () => {
    const own = await sessionOf(await createUser(payload))
    const big = await upload(own, megabytes(2.5), { name: 'big.bin' })
    expect([big.status, big.body.error]).toMatchObject([413, { code: 'mediaTooLarge', details: { max: 2 } }])
    const huge = await upload(own, megabytes(4), { name: 'huge.bin' })
    expect([huge.status, huge.body.error.code]).toEqual([413, 'bodyTooLarge'])
    expect((await upload(own, megabytes(1.8), { name: 'a.bin' })).status).toBe(201)
    const more = await upload(own, megabytes(1.8), { name: 'b.bin' })
    expect([more.status, more.body.error]).toMatchObject([
      422,
      { code: 'mediaQuotaReached', details: { used: 2, max: 3 } },
    ])
    expect(await waiting()).toEqual([])
  })

  it('should be counted when their length is not said', async () => {
    const head = '--owls\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
    const pieces = [Buffer.from(head), ...Array.from({ length: 8 }, () => megabytes(0.5))]
    const endless = new ReadableStream({
      pull: (controller) => {
        const piece = pieces.shift()
        if (piece === undefined) controller.close()
        else controller.enqueue(new Uint8Array(piece))
      },
    })
    const { status, body } = await send(session.token, endless, { 'content-type': 'multipart/form-data; boundary=owls' }) // prettier-ignore
    expect([status, body.error.code]).toEqual([413, 'bodyTooLarge'])
    expect(await waiting()).toEqual([])
  })

  it('should come as a form with a file in it', async () => {
    const picture = await sample.png()
    const type = { 'content-type': 'multipart/form-data; boundary=owls' }
    const cases: [string, Promise<Answer>, unknown[]][] = [
      ['no file', upload(session, picture, { name: 'owl.png', part: 'picture' }), [422, 'mediaMissing']],
      [
        'another field',
        upload(session, picture, { name: 'owl.png', fields: { hash: 'f' } }),
        [422, 'inputInvalid'],
      ],
      ['a long text', upload(session, picture, { name: 'owl.png', fields: { alt: 'x'.repeat(301) } }), [422, 'inputInvalid']], // prettier-ignore
      [
        'no form',
        send(session.token, '{"alt":"x"}', { 'content-type': 'application/json' }),
        [400, 'inputInvalid'],
      ],
      ['a broken form', send(session.token, '--owls\r\nnothing', type), [400, 'inputInvalid']],
    ]
    for (const [what, answer, expected] of cases) {
      const { status, body } = await answer
      expect([status, body.error.code], what).toEqual(expected)
    }
    expect(await waiting()).toEqual([])
  })

  it('should be kept once for calls with the same key', async () => {
    const key = { 'idempotency-key': 'owl-1' }
    const [owl, other] = [await sample.png(), await sample.png(9)]
    const [first, again] = [
      await upload(session, owl, { name: 'owl.png', headers: key }),
      await upload(session, owl, { name: 'owl.png', headers: key }),
    ]
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body])
    const reused = await upload(session, other, { name: 'owl.png', headers: key })
    expect([reused.status, reused.body.error.code]).toEqual([422, 'idempotencyKeyReused'])
    const { body } = await session.call<MediaList>('GET', '/media?kind=image')
    expect(body.media.map(({ id }) => id)).toEqual([first.body.id])
    expect(await waiting()).toEqual([])
  })

  it('should be taken from creators alone, and shown to nobody else', async () => {
    const { body: owl } = await upload(session, await sample.png(), { name: 'owl.png' })
    const student = await createUser(payload, { role: 'student' })
    const { course } = await buildCourse(payload, { author, isPublished: true })
    const [learner, other, bound] = [
      await sessionOf(student),
      await sessionOf(await createUser(payload)),
      await sessionOf(author, course.id),
    ]
    const before = await kept()
    for (const [who, status] of [
      [learner, 403],
      [bound, 403],
    ] as const)
      // prettier-ignore
      expect((await upload(who, await sample.png(), { name: 'owl.png' })).status).toBe(status)
    // Nothing is read of what they send: not even whether it can be.
    const broken = await send(learner.token, '--owls', {
      'content-type': 'multipart/form-data; boundary=owls',
    })
    expect(broken.status).toBe(403)
    expect((await send('none', new FormData())).status).toBe(401)
    expect([await kept(), await waiting()]).toEqual([before, []])
    for (const method of ['GET', 'DELETE'])
      for (const [who, status] of [
        [learner, 404],
        [other, 404],
        [bound, 403],
      ] as const)
        // prettier-ignore
        expect((await who.call(method, `/media/${owl.id}`)).status, method).toBe(status)
    expect((await other.call<MediaList>('GET', '/media')).body).toEqual({
      ...{ media: [], total: 0, page: 1, limit: 20 },
    })
    const listed = (await session.call<MediaList>('GET', '/media?limit=1')).body
    expect([listed.media.map(({ id }) => id), listed.limit]).toEqual([[owl.id], 1])
    expect(listed.total).toBeGreaterThan(1)
  })

  it('should be read by co-authors where they stand, and deleted by their owner alone', async () => {
    const { body: owl } = await upload(session, sample.mp4(), { name: 'owl.mp4' })
    const { course } = await buildCourse(payload, {
      author,
      steps: [{ title: 'Film', stepType: 'video', video: owl.id }],
    })
    const colleague = await createUser(payload)
    await payload.update({ collection: 'courses', id: course.id, data: { coAuthors: [colleague.user.id] } })
    const { call } = await sessionOf(colleague)
    expect((await call<ApiMedia>('GET', `/media/${owl.id}`)).body.name).toBe('owl.mp4')
    expect((await call('DELETE', `/media/${owl.id}`)).status).toBe(403)
  })
})
