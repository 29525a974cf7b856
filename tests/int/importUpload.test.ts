import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { ImportLine } from '../../src/endpoints/courses/importCourse.ts'
import { incomingFolder } from '../../src/operations/media/incomingFolder.ts'
import type { PresentedReport } from '../../src/operations/import/presentReport.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { zipFile } from '../factories/zipFile.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startWeb, type Web } from '../helpers/startWeb.ts'

const fence = '```'
const quiz = `${fence}quiz\nQ: The capital of Korea?\nA: Tokyo\nA*: Seoul\n${fence}`

describe('an archive of lessons that is uploaded', () => {
  let web: Web
  let payload: Payload
  let author: SignedIn
  let lessons: Buffer
  beforeAll(async () => {
    payload = await getTestPayload()
    web = await startWeb({ IMPORT_MAX_MB: '1' })
    author = await createUser(payload)
    lessons = await zipFile({
      'korea/01-hello.md': '# Hello\n\nA first *step*.\n\n![An owl](owl.png)\n',
      'korea/02-quiz.md': `# Quiz\n\n${quiz}\n`,
      'korea/owl.png': (await pngFile('owl.png')).data,
    })
  })
  afterAll(() => web.stop())
  /** Whatever becomes of an upload, nothing of it stays. */
  afterEach(() =>
    expect.poll(() => readdir(incomingFolder(process.env.MEDIA_DIR ?? '')).catch(() => [])).toEqual([]),
  )

  const send = async (
    who: Pick<SignedIn, 'token'> | null,
    file: { content: Buffer | string; name: string } | null,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    if (file) form.set('file', new File([new Uint8Array(Buffer.from(file.content))], file.name))
    const response = await fetch(`${web.webUrl}/api/courses/import`, {
      method: 'POST',
      headers: {
        'accept-language': 'en',
        ...(who === null ? {} : { authorization: `JWT ${who.token}` }),
        ...headers,
      },
      body: form,
    })
    return { status: response.status, text: await response.text() }
  }
  const refusal = async (...call: Parameters<typeof send>) => {
    const { status, text } = await send(...call)
    type Said = { error: { code: string; details?: { problems?: unknown } } }
    const { code, details } = (JSON.parse(text) as Said).error
    return { status, code, problems: details?.problems }
  }
  const coursesOf = async (who: SignedIn) => {
    const { docs } = await payload.find({
      collection: 'courses',
      where: { creator: { equals: who.user.id } },
      pagination: false,
    })
    return docs
  }
  const korea = () => ({ content: lessons, name: 'korea.zip' })

  it('should become a course, and once more the same one', async () => {
    const first = await send(author, korea(), {
      title: 'Seoul in a day',
      category: 'languages',
      tags: 'a, b',
    })
    expect(first.status).toBe(200)
    const report = JSON.parse(first.text) as PresentedReport
    expect(report.summary[0]).toBe('The course “Seoul in a day” has been made.')
    expect(report.summary[1]).toContain('Steps: 2 made')
    const again = JSON.parse((await send(author, korea())).text) as PresentedReport
    expect(again.courseId).toBe(report.courseId)
    expect(again.summary[1]).toContain('0 made, 0 changed, 2 as before')
    expect((await coursesOf(author)).map(({ title, tags }) => [title, tags])).toEqual([
      ['Seoul in a day', ['a', 'b']],
    ])
  })

  it('should say how far it is, line by line', async () => {
    const someone = await createUser(payload)
    const { status, text } = await send(someone, korea(), {}, { accept: 'application/x-ndjson' })
    expect(status).toBe(200)
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportLine)
    expect(lines).toContainEqual({ type: 'progress', phase: 'read', done: 2, total: 2 })
    expect(lines).toContainEqual({ type: 'progress', phase: 'media', done: 1, total: 1 })
    expect(lines).toContainEqual({ type: 'progress', phase: 'steps', done: 2, total: 2 })
    expect(lines.at(-1)).toMatchObject({ type: 'report', report: { losses: [] } })
    expect(lines.filter(({ type }) => type !== 'progress')).toHaveLength(1)
  })

  it('should be refused with the place of every fault, and leave nothing', async () => {
    const someone = await createUser(payload)
    const broken = {
      content: await zipFile({ 'l/a.md': `# A\n\n![x](no.png)\n\n${fence}js\nlet a` }),
      name: 'l.zip',
    }
    expect(await refusal(someone, broken)).toMatchObject({
      status: 422,
      code: 'importRefused',
      problems: [{ place: 'a.md:3' }, { place: 'a.md:5' }],
    })
    const { text } = await send(someone, broken, {}, { accept: 'application/x-ndjson' })
    expect(JSON.parse(text.trim().split('\n').at(-1) ?? '')).toMatchObject({
      type: 'failure',
      failure: { status: 422, problems: [{ place: 'a.md:3' }, { place: 'a.md:5' }] },
    })
    expect(await coursesOf(someone)).toEqual([])
    expect((await send(someone, broken, { isLenient: 'true' })).status).toBe(200)
  })

  it('should be taken as a single page too', async () => {
    const someone = await createUser(payload)
    const page = { content: '# Первый урок\n\nТекст урока.\n', name: '../Мой урок.md' }
    const { status } = await send(someone, page)
    expect(status).toBe(200)
    const again = JSON.parse((await send(someone, page)).text) as PresentedReport
    expect(again.summary[1]).toContain('1 as before')
    expect(await coursesOf(someone)).toHaveLength(1)
  })

  it.each([
    ['no file', null, {}, 422, 'importNoFile'],
    ['what is no archive', { content: 'This is text.', name: 'a.zip' }, {}, 422, 'notZip'],
    ['a field that is wrong', { content: 'x', name: 'a.zip' }, { category: 'owls' }, 422, 'inputInvalid'],
    [
      'another id than a course’s',
      { content: 'x', name: 'a.zip' },
      { courseId: 'none' },
      404,
      'courseNotFound',
    ],
    [
      'too large a file',
      { content: Buffer.alloc(1.5 * 1024 * 1024), name: 'a.zip' },
      {},
      413,
      'bodyTooLarge',
    ],
    [
      'far too large a body',
      { content: Buffer.alloc(3 * 1024 * 1024), name: 'a.zip' },
      {},
      413,
      'bodyTooLarge',
    ],
  ])('should be refused: %s', async (_what, file, fields, status, code) => {
    const someone = await createUser(payload)
    expect(await refusal(someone, file, fields)).toMatchObject({ status, code })
    expect(await coursesOf(someone)).toEqual([])
  })

  it('should be refused when the body is no form', async () => {
    const response = await fetch(`${web.webUrl}/api/courses/import`, {
      method: 'POST',
      headers: { authorization: `JWT ${author.token}`, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.status).toBe(400)
  })

  it('should be taken from creators alone, for courses of their own alone', async () => {
    const student = await createUser(payload, { role: 'student' })
    expect(await refusal(null, korea())).toMatchObject({ status: 401, code: 'unauthenticated' })
    expect(await refusal(student, korea())).toMatchObject({ status: 403, code: 'forbidden' })
    const { course } = await buildCourse(payload, { steps: ['One'] })
    const someone = await createUser(payload)
    expect(await refusal(someone, korea(), { courseId: course.id })).toMatchObject({
      status: 404,
      code: 'courseNotFound',
    })
    const untouched = await payload.findByID({ collection: 'courses', id: course.id })
    expect(untouched.updatedAt).toBe(course.updatedAt)
  })

  it('should be given up when its sender goes away, and not stand in the way of the next', async () => {
    const someone = await createUser(payload)
    const { port } = new URL(web.webUrl)
    const socket = connect(Number(port), 'localhost')
    const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n`
    socket.write(
      `POST /api/courses/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: JWT ${someone.token}\r\n` +
        `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 500000\r\n\r\n${head}PK`,
    )
    const folder = incomingFolder(process.env.MEDIA_DIR ?? '')
    await expect.poll(() => readdir(folder).catch(() => [])).toHaveLength(1)
    expect(await refusal(someone, korea())).toMatchObject({ status: 409, code: 'importRunning' })
    socket.destroy()
    await expect.poll(() => readdir(folder)).toEqual([])
    expect((await send(someone, korea())).status).toBe(200)
  })
})
