import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { Agent, request, type IncomingMessage } from 'node:http'
import path from 'node:path'

import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { incomingFolder } from '../../src/operations/media/incomingFolder.ts'
import * as sample from '../../src/operations/media/testing/sampleFiles.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { contentOf, paragraph } from '../factories/contentBlocks.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { quizStep, question } from '../factories/quizStep.ts'
import { uploadFile } from '../factories/uploadFile.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

describe('uploaded files', () => {
  let web: Web
  let payload: Payload
  let author: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb({ MEDIA_MAX_FILE_MB: '2', MEDIA_QUOTA_MB: '3' })
    author = await createUser(payload)
  })
  afterAll(() => web.stop())

  const folder = () => process.env.MEDIA_DIR ?? ''
  const kept = () => readdir(folder())
  const waiting = () => readdir(incomingFolder(folder())).catch(() => [])
  const load = (url: string, token?: string, headers: Record<string, string> = {}) =>
    fetch(new URL(url, web.webUrl), {
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `JWT ${token}` }) },
    })
  const png = async (name = 'owl.png') => {
    const { doc } = await uploadFile(web, author, await sample.png(), { name })
    return doc
  }

  it('should be looked through and cleaned, whatever they are called', async () => {
    const photo = await sample.jpegWithPlace()
    const { status, doc } = await uploadFile(web, author, photo, {
      name: '../../Моя сова.jpg',
      alt: 'An owl',
    })
    expect(status).toBe(201)
    expect(doc).toMatchObject({
      kind: 'image',
      mimeType: 'image/jpeg',
      originalName: 'Моя сова.jpg',
      alt: 'An owl',
      width: 20,
      height: 40,
      creator: author.user.id,
    })
    // Nobody finds a file by guessing its name.
    expect(doc.filename).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}\.jpg$/)
    const response = await load(doc.url ?? '', author.token)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.includes(sample.place)).toBe(false)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(doc.hash)
    expect(bytes.length).toBe(doc.filesize)
    expect(await waiting()).toEqual([])
  })

  it('should be hashed as they are kept, also when they move', async () => {
    const { doc } = await uploadFile(web, author, await sample.gif(), { name: 'a.gif', type: 'image/png' })
    const bytes = Buffer.from(await (await load(doc.url ?? '', author.token)).arrayBuffer())
    expect([doc.kind, createHash('sha256').update(bytes).digest('hex')]).toEqual(['animation', doc.hash])
    expect((await sharp(bytes).metadata()).pages).toBe(2)
  })

  it('should tell how long they are and how large', async () => {
    const film = await uploadFile(web, author, sample.mp4(), { name: 'film.mp4' })
    expect(film.doc).toMatchObject({ kind: 'video', width: 640, height: 360, duration: 2.5 })
    const voice = await uploadFile(web, author, sample.opus(), { name: 'voice.ogg' })
    expect(voice.doc).toMatchObject({ kind: 'voice', mimeType: 'audio/ogg', duration: 1 })
    expect((await uploadFile(web, author, sample.mp3(), { name: 'song.mp3' })).doc.kind).toBe('audio')
  })

  it.each([
    ['mediaMismatch', () => sample.pdf(), 'owl.png'],
    ['mediaMismatch', () => Buffer.from('<html><script>alert(1)</script>'), 'owl.jpg'],
    ['mediaProgram', () => sample.program(), 'owl.png'],
    ['mediaProgram', () => Buffer.from('echo owls'), 'owl.bat'],
    ['mediaTooManyPixels', () => sample.pixelBomb(), 'owl.png'],
    ['mediaArchiveBomb', () => sample.zip(0xfffffffe), 'owls.zip'],
    ['mediaUnreadable', () => sample.zip().subarray(0, 30), 'owls.zip'],
    ['mediaEmpty', () => Buffer.alloc(0), 'owl.txt'],
  ] as const)('should be refused as %s, in words, with nothing left behind', async (code, make, name) => {
    const before = await kept()
    const refused = await uploadFile(web, author, make(), { name, type: 'image/png' })
    expect([refused.status, refused.error.code]).toEqual([422, code])
    const russian = await uploadFile(web, author, make(), { name, language: 'ru' })
    expect(russian.error.message).toMatch(/[а-я]{4}/)
    expect([refused.error.message, await kept(), await waiting()]).toEqual([
      expect.stringMatching(/^[A-Z][^а-я]+\.$/),
      before,
      [],
    ])
  })

  it('should be refused when they are too large, by themselves or all together', async () => {
    const own = await createUser(payload)
    const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, 1)
    const big = await uploadFile(web, own, megabytes(2.5), { name: 'big.bin' })
    expect([big.status, big.error]).toMatchObject([413, { code: 'mediaTooLarge', details: { max: 2 } }])
    const huge = await uploadFile(web, own, megabytes(4), { name: 'huge.bin' })
    expect([huge.status, huge.error.code]).toEqual([413, 'bodyTooLarge'])
    expect((await uploadFile(web, own, megabytes(1.8), { name: 'a.bin' })).status).toBe(201)
    const more = await uploadFile(web, own, megabytes(1.8), { name: 'b.bin' })
    expect([more.status, more.error]).toMatchObject([
      422,
      { code: 'mediaQuotaReached', details: { used: 2, max: 3 } },
    ])
    // Two at once do not slip through together.
    const both = await Promise.all(
      ['c.bin', 'd.bin'].map((name) => uploadFile(web, own, megabytes(0.7), { name })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
    const admin = await createUser(payload, { role: 'admin' })
    for (const name of ['a.bin', 'b.bin'])
      expect((await uploadFile(web, admin, megabytes(1.8), { name })).status).toBe(201)
    expect(await waiting()).toEqual([])
  })

  it('should be kept from everybody but their creator and administrators', async () => {
    const doc = await png()
    const student = await createUser(payload, { role: 'student' })
    const [other, admin] = [await createUser(payload), await createUser(payload, { role: 'admin' })]
    for (const stranger of [undefined, student.token, other.token]) {
      expect([403, 404]).toContain((await load(doc.url ?? '', stranger)).status)
      expect([403, 404]).toContain((await load(doc.sizes?.thumbnail?.url ?? doc.url ?? '', stranger)).status)
      const { status } = await callWeb(web, 'GET', `/media/${doc.id}`, { token: stranger })
      expect([403, 404]).toContain(status)
      const removed = await callWeb(web, 'DELETE', `/media/${doc.id}`, { token: stranger })
      expect([403, 404]).toContain(removed.status)
    }
    for (const stranger of [null, student]) {
      const { status } = await uploadFile(web, stranger, await sample.png(), { name: 'owl.png' })
      expect(status).toBe(403)
    }
    expect((await uploadFile(web, other, 'mine now', { name: 'a.txt', id: doc.id })).status).not.toBe(200)
    expect((await load(doc.url ?? '', admin.token)).status).toBe(200)
    expect(await waiting()).toEqual([])
  })

  it('should not be read from strangers, whose next request is answered all the same', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ask = async (method: string, path: string, body = '') => {
      const headers = {
        'content-type': 'multipart/form-data; boundary=owls',
        'content-length': Buffer.byteLength(body),
      }
      const sent = request({ agent, host: '127.0.0.1', port: web.port, method, path, headers }).end(body)
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      response.resume()
      return response.statusCode
    }
    expect(await ask('POST', '/api/media', 'x'.repeat(2_500_000))).toBe(403)
    expect(await ask('GET', '/healthz')).toBe(200)
    agent.destroy()
    expect(await waiting()).toEqual([])
  })

  it('should never become a page of ours', async () => {
    const page = '<html><script>alert(document.cookie)</script></html>'
    const { doc } = await uploadFile(web, author, page, { name: 'page.html', type: 'text/html' })
    expect(doc).toMatchObject({ kind: 'file', mimeType: 'text/plain', originalName: 'page.html' })
    const { headers } = await load(doc.url ?? '', author.token)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    const drawn = await uploadFile(web, author, sample.svg('<script>alert(1)</script>'), {
      name: 'owl.svg',
      type: 'image/svg+xml',
    })
    expect(drawn.doc).toMatchObject({ kind: 'image', mimeType: 'image/png', originalName: 'owl.png' })
    const shown = await load(drawn.doc.url ?? '', author.token)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await shown.arrayBuffer()).includes('script')).toBe(false)
  })

  it('should not be changed by what is asked for beside them, nor in bulk', async () => {
    const doc = await png()
    const query = 'uploadEdits[crop][unit]=%25&uploadEdits[crop][width]=50&uploadEdits[crop][height]=50'
    const body = { alt: 'cut', kind: 'file', hash: 'f'.repeat(64), originalName: 'evil.exe' }
    const { status } = await callWeb(web, 'PATCH', `/media/${doc.id}?${query}`, { token: author.token, body })
    expect(status).toBe(200)
    const after = await payload.findByID({ collection: 'media', id: doc.id })
    expect(after).toMatchObject({
      ...doc,
      alt: 'cut',
      updatedAt: after.updatedAt,
      url: after.url,
      sizes: after.sizes,
    })
    const form = new FormData()
    form.set('file', new File(['owls'], 'a.txt'))
    const response = await fetch(`${web.webUrl}/api/media?where[id][equals]=${doc.id}`, {
      method: 'PATCH',
      headers: { authorization: `JWT ${author.token}` },
      body: form,
    })
    expect(response.status).toBe(422)
  })

  it('should stay as they are while a release names them', async () => {
    const [used, unused] = [await png('used.png'), await png('unused.png')]
    const picture = { type: 'image', media: used.id, alt: '', caption: '' } as const
    const step = { title: 'One', content: contentOf(paragraph('Look:'), picture) }
    const course = { title: 'A course of owls' }
    await buildCourse(payload, { author, course, steps: [step], isPublished: true })
    const { token } = author
    const removed = await callWeb<{ error: { code: string; message: string } }>(
      web,
      'DELETE',
      `/media/${used.id}`,
      {
        token,
        headers: { 'accept-language': 'en' },
      },
    )
    expect([removed.status, removed.body.error.code]).toEqual([409, 'fileIsUsed'])
    expect(removed.body.error.message).toContain('A course of owls')
    const replaced = await uploadFile(web, author, await sample.webp(), { name: 'new.webp', id: used.id })
    expect([replaced.status, replaced.error.code]).toEqual([409, 'fileIsUsed'])
    expect((await load(used.url ?? '', token)).status).toBe(200)

    const other = await uploadFile(web, author, await sample.webp(), { name: 'new.webp', id: unused.id })
    expect([other.status, other.doc.id === unused.id, other.doc.hash === unused.hash]).toEqual([
      200,
      true,
      false,
    ])
    expect((await callWeb(web, 'DELETE', `/media/${unused.id}`, { token })).status).toBe(200)
    expect((await kept()).filter((name) => name === path.basename(other.doc.filename ?? ''))).toEqual([])
  })

  it('should be named by the gate when they are missing or somebody else’s', async () => {
    const stranger = await createUser(payload)
    const foreign = (await uploadFile(web, stranger, await sample.png(), { name: 'theirs.png' })).doc
    const gone = await png('gone.png')
    const picture = { type: 'image', media: foreign.id, alt: '', caption: '' } as const
    const { course } = await buildCourse(payload, {
      author,
      steps: [
        { title: 'Foreign', content: contentOf(paragraph('Look:'), picture) },
        quizStep('Lost', [question('Which?', ['*This', 'That'], { media: gone.id })]),
      ],
    })
    await callWeb(web, 'DELETE', `/media/${gone.id}`, { token: author.token })
    const { status, body } = await callWeb<{
      error: { details: { problems: { code: string; message: string }[] } }
    }>(web, 'POST', `/courses/${course.id}/publish`, { token: author.token })
    expect(status).toBe(422)
    const problems = body.error.details.problems.filter(({ code }) => code === 'fileMissing')
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Foreign'),
      expect.stringContaining('Lost'),
    ])
  })
})
