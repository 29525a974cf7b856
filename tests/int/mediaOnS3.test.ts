import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import * as sample from '../../src/operations/media/testing/sampleFiles.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { contentOf, paragraph } from '../factories/contentBlocks.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { linkBot } from '../factories/linkBot.ts'
import { uploadFile } from '../factories/uploadFile.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { s3Keys, startS3, type S3 } from '../helpers/startS3.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const sha256 = (bytes: Buffer | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('files on S3', () => {
  let s3: S3
  let stack: Stack
  let payload: Payload
  let author: SignedIn
  beforeAll(async () => {
    s3 = await startS3('owls')
    payload = await getTestPayload()
    stack = await startStack({
      S3_BUCKET: 'owls',
      S3_ENDPOINT: s3.url,
      S3_REGION: s3Keys.region,
      S3_FORCE_PATH_STYLE: 'true',
      S3_ACCESS_KEY_ID: s3Keys.id,
      S3_SECRET_ACCESS_KEY: s3Keys.secret,
    })
    author = await createUser(payload)
  })
  afterAll(async () => {
    await stack.stop()
    await s3.stop()
  })

  const kept = () => readdir(process.env.MEDIA_DIR ?? '').catch(() => [])

  it('should be kept there alone, served from there, and go from there', async () => {
    const { doc, status } = await uploadFile(stack, author, await sample.jpegWithPlace(), { name: 'owl.jpg' })
    expect(status).toBe(201)
    const stored = s3.objects.get(doc.filename ?? '')
    expect([stored && sha256(stored.bytes), stored?.type]).toEqual([doc.hash, 'image/jpeg'])
    expect((await kept()).filter((name) => name !== '.incoming')).toEqual([])

    const load = (token?: string, headers: Record<string, string> = {}) =>
      fetch(new URL(doc.url ?? '', stack.webUrl), {
        headers: { ...headers, ...(token === undefined ? {} : { authorization: `JWT ${token}` }) },
      })
    const response = await load(author.token)
    expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(doc.hash)
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    const part = await load(author.token, { range: 'bytes=2-5' })
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, stored?.bytes.subarray(2, 6)])
    const stranger = await createUser(payload)
    for (const token of [undefined, stranger.token]) expect([403, 404]).toContain((await load(token)).status)

    expect((await callWeb(stack, 'DELETE', `/media/${doc.id}`, { token: author.token })).status).toBe(200)
    expect([...s3.objects.keys()]).toEqual([])
  })

  it('should go from there to the chat, once', async () => {
    const { doc } = await uploadFile(stack, author, sample.pdf(), { name: 'sheet.pdf' })
    const file = { type: 'file', media: doc.id, caption: '' } as const
    const steps = [{ title: 'Owls', content: contentOf(paragraph('Read the sheet.'), file) }]
    const { course } = await buildCourse(payload, { author, steps, isPublished: true })
    await linkBot(stack, { author, courseId: course.id, username: 's3_bot' })
    for (const _learner of [1, 2]) {
      const chat = await learnInChat(stack, 's3_bot')
      await chat.start('A course for tests')
      await chat.tap(/Start/, 'Read the sheet.')
    }
    const uploads = async () =>
      (await stack.emulator.calls({ bot: 's3_bot' })).filter(({ parameters }) =>
        JSON.stringify(parameters).includes('attach://'),
      )
    expect(
      await waitFor('the file to be sent', async () => (await uploads()).length > 0 && uploads()),
    ).toHaveLength(1)
    expect(s3.requests.filter((request) => request === `GET ${doc.filename}`)).toHaveLength(1)
  })

  it('should be refused without a trace when the store takes none', async () => {
    await s3.stop()
    const { status } = await uploadFile(stack, author, sample.pdf(), { name: 'lost.pdf' })
    expect(status).toBe(500)
    const where = { originalName: { equals: 'lost.pdf' } }
    expect((await payload.count({ collection: 'media', where })).totalDocs).toBe(0)
    s3 = await startS3('owls')
  })
})
