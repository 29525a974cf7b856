import { createHash } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { nowIso } from '../../src/clock.ts'
import type { SubmissionItem } from '../../src/contracts/submission.ts'
import { applySystemEvents } from '../../src/operations/applyActions/applySystemEvents.system.ts'
import { idOf } from '../../src/operations/idOf.ts'
import { inClientTransaction } from '../../src/operations/inClientTransaction.ts'
import { gif, mp4, opus, pdf, png, program } from '../../src/operations/media/testing/sampleFiles.ts'
import { toSubmissionMedia } from '../../src/operations/submissionFiles/toSubmissionMedia.ts'
import type { Assignment, SubmissionFile } from '../../src/payload-types.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { answerInChat } from '../helpers/answerInChat.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { shownText } from '../helpers/shownText.ts'
import { startProcess } from '../helpers/startProcess.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const bot = 'assignment_bot'
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const upload = (bytes: Uint8Array, file_name: string, more = {}) => ({
  ...{ file_name, base64: Buffer.from(bytes).toString('base64') },
  ...more,
})

describe('assignments in a chat', () => {
  let stack: Stack
  let payload: Payload
  let author: SignedIn
  let course: Awaited<ReturnType<typeof buildCourse>>
  beforeAll(async () => {
    stack = await startStack()
    payload = await getTestPayload()
    author = await createUser(payload)
    const task = assignmentStep('Draw an owl', {
      accepts: ['text', 'photo', 'file', 'voice', 'video', 'videoNote'],
      requirements: 'It has a beak\nIt has two eyes',
      maxFileMegabytes: 1,
      maxFiles: 8,
      grading: 'points',
      maxPoints: 20,
      rubric: 'SECRET of the reviewers',
    })
    course = await buildCourse(payload, { author, steps: [task, 'After'], isPublished: true })
    await attachLiveBot(stack, { author, courseId: course.course.id, username: bot, name: 'Owls' })
  })
  afterEach(() => stack.emulator.clearFaults())
  afterAll(() => stack?.stop())

  const enter = () => answerInChat(stack, bot, 'Draw an owl')
  type Learner = Awaited<ReturnType<typeof enter>>

  const submissionOf = async ({ person }: Learner, attempt = 1): Promise<Assignment | undefined> => {
    const { docs } = await payload.find({
      collection: 'assignments',
      where: {
        and: [{ 'user.telegramId': { equals: person.id } }, { attempt: { equals: attempt } }],
      },
      showHiddenFields: true,
    })
    return docs[0]
  }
  const settled = (learner: Learner, attempt = 1) =>
    waitFor(
      'the files to be settled',
      async () => {
        const found = await submissionOf(learner, attempt)
        return found && found.filesState !== 'waiting' ? found : undefined
      },
      150_000,
    )
  const itemsOf = ({ items }: Assignment) => items as SubmissionItem[]
  const fileOf = async (id: string | null | undefined): Promise<SubmissionFile> =>
    payload.findByID({ collection: 'submissionFiles', id: id ?? '' })
  const handIn = async (learner: Learner) => {
    await learner.tap(await learner.shown('Collected'), /Send for review/)
    return learner.shown('Sent for review')
  }
  const review = async (submission: Assignment, verdict: 'approved' | 'rejected', voiceId?: string) => {
    const voice = voiceId === undefined ? null : toSubmissionMedia(await fileOf(voiceId))
    const { attempt, step: stepId, enrollment } = submission
    const comment = verdict === 'rejected' ? 'The beak is missing.' : null
    const score = verdict === 'approved' ? 15 : 3
    await inClientTransaction(payload.db.pool, (client) =>
      applySystemEvents(client, {
        events: [
          {
            enrollmentId: idOf(enrollment) ?? '',
            event: { ...{ type: 'reviewed', stepId, attempt, verdict, score, comment, voice }, isAutomatic: false }, // prettier-ignore
          },
        ],
        now: nowIso(),
        whenHeld: 'wait',
      }),
    )
  }

  it('should say what is wanted, and not what reviewers go by', async () => {
    const { intro, send, shown, person } = await enter()
    const text = shownText(intro)
    expect(text).toContain('📝 Assignment: Draw an owl')
    expect(text).toContain('Requirements:')
    expect(text).toContain('It has two eyes')
    expect(text).toContain('Send your answer as text, a photo, a file, a voice message, a video or a video note.')
    expect(text).toContain('8 files at most, up to 1 MB each')
    await send({ location: { latitude: 1, longitude: 2 } })
    await shown('Not taken: here you answer with')
    await send({ document: upload(program(), 'game.exe') })
    await shown('programs cannot be sent')
    await send({ document: upload(Buffer.alloc(1024 * 1024 + 1, 1), 'large.bin') })
    await shown('larger than 1 MB')
    const messages = await stack.emulator.messages(bot, person.id)
    expect(JSON.stringify(messages)).not.toContain('SECRET')
    // All of it in one message, which was edited.
    expect(messages.filter((one) => one.from.is_bot && shownText(one).includes('Nothing is collected'))).toHaveLength(1)
  }) // prettier-ignore

  it('should keep every kind byte for byte, in private, and in one submission', async () => {
    const learner = await enter()
    const bytes = { photo: await png(640, 480), gif: await gif(), pdf: pdf(), voice: opus(), mp4: mp4() }
    await learner.send('Look at my owl \u202eLTR')
    await learner.send({ photo: upload(bytes.photo, 'a.png'), media_group: 'owls', caption: 'the first' })
    await learner.send({ photo: upload(bytes.photo, 'b.png'), media_group: 'owls' })
    await learner.send({ document: upload(bytes.pdf, '../../owl "1".pdf') })
    await learner.send({ document: upload(bytes.gif, 'moving.gif') })
    await learner.send({ voice: upload(bytes.voice, 'a.ogg', { duration: 2 }) })
    await learner.send({ video: upload(bytes.mp4, 'a.mp4', { duration: 2, width: 640, height: 360 }) })
    await learner.send({ video_note: upload(bytes.mp4, 'n.mp4', { duration: 2 }) })
    await learner.shown('1 text, 2 photos, 2 files, 1 voice message, 1 video, 1 video note')
    await learner.send('/contents')
    await learner.shown('Contents of the course')
    await handIn(learner)

    const submission = await settled(learner)
    expect(submission).toMatchObject({
      ...{ status: 'pending', attempt: 1, filesState: 'kept', isLate: false, maxScore: 20 },
      ...{ stepTitle: 'Draw an owl', learnerName: 'Ann', content: 'Look at my owl \u202eLTR\n\nthe first' },
    })
    const items = itemsOf(submission)
    const kinds = items.map(({ kind }) => kind)
    expect(kinds).toEqual(['text', 'photo', 'photo', 'document', 'document', 'voice', 'video', 'videoNote'])
    expect(new Set(items.slice(1, 3).map(({ albumId }) => albumId)).size).toBe(1)

    const expected = [bytes.pdf, bytes.gif, bytes.voice, bytes.mp4, bytes.mp4]
    for (const [index, item] of items.slice(3).entries()) {
      const file = await fileOf(item.file)
      expect([item.kind, file.state, file.hash]).toEqual([item.kind, 'kept', hash(expected[index] ?? pdf())])
      const path = `${stack.webUrl}/api/submissionFiles/file/${file.filename}`
      const seen = await fetch(path, { headers: { authorization: `JWT ${author.token}` } })
      expect(hash(new Uint8Array(await seen.arrayBuffer()))).toBe(file.hash)
      expect(seen.headers.get('x-content-type-options')).toBe('nosniff')
      expect(seen.headers.get('content-security-policy')).toContain('sandbox')
      expect(seen.headers.get('content-disposition')).toMatch(/^(inline|attachment)/)
      const stranger = await createUser(payload)
      const other = await createUser(payload, { role: 'student' })
      for (const person of [undefined, stranger.token, other.token]) {
        const headers = new Headers(person === undefined ? {} : { authorization: `JWT ${person}` })
        expect((await fetch(path, { headers })).status).toBeGreaterThanOrEqual(401)
      }
    }
    expect((await fileOf(items[3]?.file)).originalName).toBe('owl 1.pdf')
    // Photos are those that Telegram made of them.
    const photo = await fileOf(items[1]?.file)
    const chat = await stack.emulator.messages(bot, learner.person.id)
    const sent = chat.find(({ photo: sizes }) => sizes !== undefined)?.photo?.at(-1)
    expect(photo.hash).toBe(hash(await stack.emulator.file(sent?.file_unique_id ?? '')))
  }) // prettier-ignore

  it('should let nobody but the course’s reviewers and the learner see a submission', async () => {
    const learner = await enter()
    await learner.send('Only text')
    await handIn(learner)
    const submission = await settled(learner)
    const read = async (token?: string) =>
      (await callWeb(stack, 'GET', `/assignments/${submission.id}`, { token })).status
    const stranger = await createUser(payload)
    const mine = await createUser(payload, { role: 'student' })
    expect([await read(author.token), await read(stranger.token), await read(mine.token), await read()]).toEqual([
      ...[200, 404, 404, 403],
    ])
    const own = { user: mine.user.id, claimedBy: author.user.id, history: [{ by: author.user.id }] }
    await payload.update({ collection: 'assignments', id: submission.id, data: own })
    const { status, body } = await callWeb(stack, 'GET', `/assignments/${submission.id}`, { token: mine.token })
    expect([status, body.content]).toEqual([200, 'Only text'])
    for (const field of ['claimedBy', 'claimedUntil', 'history']) expect(body).not.toHaveProperty(field)
    for (const path of ['', '/settled', '/files/x/lost'])
      expect((await callWeb(stack, path === '' ? 'GET' : 'POST', `/runner/submissions/${submission.id}${path}`, { token: author.token })).status).toBeGreaterThanOrEqual(401)
  }) // prettier-ignore

  it('should tell of a rejection with comment and voice, and take another answer until it is approved', async () => {
    const learner = await enter()
    await learner.send({ voice: upload(opus(), 'a.ogg', { duration: 2 }) })
    await handIn(learner)
    const first = await settled(learner)
    expect((await learner.shown('Sent for review')).reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).not.toContain('Next')
    await review(first, 'rejected', itemsOf(first)[0]?.file ?? '')
    const told = await learner.shown('needs more work')
    expect(shownText(told)).toContain('The beak is missing.')
    expect(shownText(told)).toContain('Points: 3 of 20')
    const chat = await stack.emulator.messages(bot, learner.person.id)
    expect(chat.some((message) => message.from.is_bot && message.voice !== undefined)).toBe(true)

    await learner.tap(told, /Open the assignment/)
    await learner.shown('Attempt 1 was not approved')
    await learner.send('Now with a beak')
    await handIn(learner)
    await review(await settled(learner, 2), 'approved')
    await learner.tap(await learner.shown('has been approved'), /Next/)
    await learner.shown('The text of After.')
    const { docs } = await payload.find({
      collection: 'progress',
      where: { and: [{ 'user.telegramId': { equals: learner.person.id } }, { step: { equals: first.step } }] },
    })
    expect(docs[0]).toMatchObject({ isCompleted: true, score: 75, attemptsCount: 2 })
    expect(await submissionOf(learner, 1)).toMatchObject({ items: first.items, content: first.content })
  }) // prettier-ignore

  it('should fetch files later while Telegram is away or wants a rest, and say which it gives no more', async () => {
    const learner = await enter()
    await learner.send({ document: upload(pdf(), 'first.pdf') })
    await learner.send({ document: upload(await png(), 'second.png') })
    await stack.emulator.addFault({ method: 'getFile', error_code: 500, description: 'Internal Server Error', times: 1 })
    await stack.emulator.addFault({ method: 'getFile', error_code: 429, description: 'Too Many Requests: retry after 1', retry_after: 1, times: 1 })
    await stack.emulator.addFault({ method: 'getFile', error_code: 400, description: 'Bad Request: wrong file_id or the file is temporarily unavailable', times: 1 })
    await handIn(learner)
    const submission = await settled(learner)
    expect(submission.filesState).toBe('failed')
    const files = await Promise.all(itemsOf(submission).map(({ file }) => fileOf(file)))
    expect(files.map(({ state }) => state).toSorted()).toEqual(['gone', 'kept'])
    await waitFor('the job to be over', async () => {
      const { totalDocs } = await payload.count({ collection: 'outbox', where: { subject: { equals: submission.id } } })
      return totalDocs === 0
    })
  }) // prettier-ignore

  it('should lose nothing when the runner dies between the commit and the download', async () => {
    const times = 5
    const learner = await enter()
    await learner.send({ document: upload(pdf(), 'kept.pdf') })
    await stack.emulator.addFault({ method: 'getFile', delay_ms: 60_000, times })
    await handIn(learner)
    await waitFor('the job to begin', async () =>
      (await stack.emulator.faults()).every((fault) => fault.times < times),
    )
    await stack.runner.kill()
    await stack.emulator.clearFaults()
    const runner = await startProcess('bot-runner/src/main.ts', stack.env)
    try {
      expect((await settled(learner)).filesState).toBe('kept')
    } finally {
      await runner.stop()
    }
  })
})
