import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { pdf } from '../../src/operations/media/testing/sampleFiles.ts'
import type { Assignment } from '../../src/payload-types.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { answerInChat } from '../helpers/answerInChat.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { shownText } from '../helpers/shownText.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const hours25 = 25 * 60 * 60_000
const labelsOf = ({ reply_markup: markup }: ChatMessage) =>
  (markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

describe('settings of assignments in a chat', () => {
  let stack: Stack
  let payload: Payload
  let author: SignedIn
  beforeAll(async () => {
    stack = await startStack()
    payload = await getTestPayload()
    author = await createUser(payload)
  })
  afterAll(() => stack?.stop())

  /** A course of its own with such an assignment. @returns how a new learner enters it */
  const teach = async (bot: string, settings: Parameters<typeof assignmentStep>[1]) => {
    const steps = [assignmentStep('Draw an owl', settings), { title: 'After' }]
    const { course } = await buildCourse(payload, { author, steps, isPublished: true })
    await attachLiveBot(stack, { author, courseId: course.id, username: bot, name: 'Owls' })
    return () => answerInChat(stack, bot, 'Draw an owl')
  }
  type Learner = Awaited<ReturnType<typeof answerInChat>>

  const collect = async (learner: Learner, text: string) => {
    await learner.send(text)
    return learner.shown('Collected')
  }
  const handIn = async (learner: Learner, text: string) =>
    learner.tap(await collect(learner, text), /Send for review/)
  const submissionOf = ({ person }: Learner): Promise<Assignment> =>
    waitFor('the submission', async () => {
      const where = { 'user.telegramId': { equals: person.id } }
      const { docs } = await payload.find({ collection: 'assignments', where, showHiddenFields: true })
      return docs[0]
    })

  it('should mark what comes after the due date, and take nothing after the end', async () => {
    const enter = await teach('assignment_due_bot', { dueAfterDays: 1, cutOffAfterDays: 2 })
    const [early, late, slow, silent] = [await enter(), await enter(), await enter(), await enter()]
    expect(shownText(early.intro)).toContain('🗓 Due:')
    expect(shownText(early.intro)).toContain('⛔ No answers are taken after')
    await handIn(early, 'In time')
    expect(shownText(await early.shown('Sent for review'))).not.toContain('late')
    const draft = await collect(slow, 'Begun in time')

    await stack.emulator.advanceClock(hours25)
    await handIn(late, 'A day later')
    expect(shownText(await late.shown('Sent for review'))).toContain('It came after the due date')
    await stack.emulator.advanceClock(hours25)
    await slow.tap(draft, /Send for review/)
    await slow.shown('answers are no longer taken')
    await silent.send('At last')
    await silent.shown('answers are no longer taken')
    expect([(await submissionOf(early)).isLate, (await submissionOf(late)).isLate]).toEqual([false, true])
    const where = { 'user.telegramId': { in: [slow.person.id, silent.person.id] } }
    expect((await payload.count({ collection: 'assignments', where })).totalDocs).toBe(0)
  })

  it('should let a learner go on who need not wait, and take no more attempts than there are', async () => {
    const enter = await teach('assignment_once_bot', { maxAttempts: 1, isBlockingWhilePending: false })
    const ann = await enter()
    expect(shownText(ann.intro)).toContain('1 attempt left.')
    await handIn(ann, 'My only owl')
    const sent = await ann.shown('Sent for review')
    expect(shownText(sent)).toContain('the way on is open')
    await ann.send('And one more thing')
    await ann.shown('nothing can be added to it now')
    await ann.tap(sent, /Next/)
    await ann.shown('The text of After.')
    const { id } = await submissionOf(ann)
    const { status } = await callWeb(stack, 'POST', `/assignments/${id}/decide`, {
      token: author.token,
      body: { verdict: 'rejected', comment: 'This is a duck.' },
    })
    expect(status).toBe(200)
    const told = await ann.shown('needs more work')
    expect(shownText(told)).toContain('This is a duck.')
    expect(shownText(told)).toContain(
      'There are no attempts left, and the course goes on only when this is approved.',
    )
    expect(labelsOf(told)).not.toContain('Open the assignment')
  })

  it('should be approved at once where nobody has to look', async () => {
    const enter = await teach('assignment_at_once_bot', { autoApprove: 'atOnce' })
    const ann = await enter()
    await handIn(ann, 'Any owl')
    await ann.tap(await ann.shown('Your answer is accepted'), /Next/)
    await ann.shown('The text of After.')
    expect(await submissionOf(ann)).toMatchObject({ status: 'approved', reviewedBy: null })
  })

  it('should be approved when nobody has looked for as long as the author allowed', async () => {
    const enter = await teach('assignment_days_bot', { autoApprove: 'afterDays', autoApproveDays: 1 })
    const ann = await enter()
    await handIn(ann, 'A patient owl')
    expect(labelsOf(await ann.shown('Sent for review'))).not.toContain('Next')
    expect((await submissionOf(ann)).status).toBe('pending')
    await stack.emulator.advanceClock(hours25)
    await ann.tap(await ann.shown('has been approved'), /Next/)
    await ann.shown('The text of After.')
    expect(await submissionOf(ann)).toMatchObject({
      status: 'approved',
      history: [{ action: 'approved', by: null }],
    })
  })

  it('should take the kinds, endings and numbers of files that the author wants', async () => {
    const enter = await teach('assignment_files_bot', { accepts: ['file'], extensions: 'pdf', maxFiles: 1 })
    const ann = await enter()
    const document = (file_name: string) => ({ file_name, base64: Buffer.from(pdf()).toString('base64') })
    await ann.send('In words')
    await ann.shown('here you answer with a file')
    await ann.send({ document: document('owl.txt') })
    await ann.shown('only files of these kinds can be sent: pdf')
    await ann.send({ document: document('owl.pdf') })
    await ann.shown('1 file')
    await ann.send({ document: document('second.pdf') })
    await ann.tap(await ann.shown('an answer has 1 file at most'), /Clear/)
    await ann.shown('Nothing is collected yet')
    await ann.send({ document: document('third.pdf') })
    await ann.tap(await ann.shown('Collected'), /Send for review/)
    await ann.shown('Sent for review')
    expect((await submissionOf(ann)).items).toMatchObject([{ kind: 'document', name: 'third.pdf' }])
  })
})
