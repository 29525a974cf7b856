import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import type { Assignment, Step } from '../../src/payload-types.ts'
import { assignmentStep } from '../factories/assignmentStep.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { linkBot } from '../factories/linkBot.ts'
import { quizStep } from '../factories/quizStep.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { postUpdates } from '../helpers/postUpdates.ts'
import { requireSound } from '../helpers/requireSound.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const bot = 'answers_bot'
/** What people see no different from what stands within. */
const dressed = (text: string) => `\u202e\u200b ${text}\u2069\ufeff\u200f`
/** What only the author knows, and what one learner alone has written. */
const secrets = ['Kyzyl', '873465219', 'zzz-of-ann', 'KEEP-THE-RUBRIC']
const photo = { photo: [{ file_id: 'AgAC-1', file_unique_id: 'u1', file_size: 1000, width: 1, height: 1 }] }

const questions: NonNullable<NonNullable<Step['quiz']>['questions']> = [
  { blockType: 'text', text: 'Which town?', match: 'caseInsensitive', answers: [{ text: secrets[0]! }] },
  { blockType: 'number', text: 'How many?', value: Number(secrets[1]), tolerance: 0 },
]

describe('answers of people who do whatever they like', () => {
  let stack: Stack
  let payload: Payload
  let courseId: string
  let taskId: string
  let telegram: Awaited<ReturnType<typeof postUpdates>>
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'trace' })
    const author = await createUser(payload)
    const task = { maxFiles: 3, isBlockingWhilePending: false, rubric: secrets[3]! }
    const steps = [quizStep('Quiz', questions), assignmentStep('Task', task), { title: 'Last' }]
    const built = await buildCourse(payload, { author, steps, isPublished: true })
    courseId = built.course.id
    taskId = built.steps[1]!.id
    await linkBot(stack, { author, courseId, username: bot })
    telegram = await postUpdates(payload, stack, courseId)
  })
  afterAll(() => stack?.stop())

  const stateOf = async (personId: number): Promise<LearnerState> => {
    const { rows } = await payload.db.pool.query<{ state: LearnerState }>(
      'SELECT e.state FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = $1',
      [personId],
    )
    return rows[0]!.state
  }
  const factsOf = async (personId: number, type: string) => {
    const { rows } = await payload.db.pool.query<{ data: Record<string, unknown> }>(
      `SELECT f.data FROM facts f JOIN users u ON u.id = f.user_id
       WHERE u.telegram_id = $1 AND f.type = $2 ORDER BY f.at, f.ctid`,
      [personId, type],
    )
    return rows.map(({ data }) => data)
  }
  const enter = async () => {
    const chat = await learnInChat(stack, bot)
    await chat.start('A course for tests')
    await chat.tap(/Start learning/, '2 questions')
    await chat.tap(/Start the quiz/, 'Which town?')
    const say = (text: string, expected: string) =>
      stack.emulator.send(bot, chat.personId, text).then(() => chat.waitFor(expected))
    const post = async (content: object) =>
      expect(await telegram.message({ id: chat.personId }, content), JSON.stringify(content)).toBe(200)
    return { ...chat, say, post, state: () => stateOf(chat.personId) }
  }
  const enterTask = async () => {
    const ann = await enter()
    await ann.say(secrets[0]!, 'How many?')
    await ann.say('1', 'Your result')
    await ann.tap(/Next/, 'Task')
    return ann
  }
  const submissionsOf = async (personId: number): Promise<Assignment[]> => {
    const where = { 'user.telegramId': { equals: personId } }
    return (await payload.find({ collection: 'assignments', where, sort: 'attempt' })).docs
  }
  const isSound = () => requireSound(payload, stack, courseId)

  it('should keep a typed question open through whatever is no answer to it', async () => {
    const ann = await enter()
    for (const command of ['/contents', '/progress', '/help', '/bookmarks', '/dance', '/restart'])
      await stack.emulator.send(bot, ann.personId, command)
    const file = { file_id: 'f', file_unique_id: 'u' }
    for (const content of [
      { sticker: { ...file, type: 'regular' } },
      { voice: { ...file, duration: 1 } },
      { text: '\u200b\u200f\u00a0\u2800' },
      { text: '\u0000' },
      { text: 'x'.repeat(4096) },
      { pinned_message: {} },
      { ...photo, caption: secrets[0] },
    ])
      await ann.post(content)
    const changed = { message_id: 7, date: 0, from: { id: ann.personId, first_name: 'Ann', is_bot: false } }
    const chat = { id: ann.personId, type: 'private' }
    expect(await telegram.post({ edited_message: { ...changed, chat, text: secrets[0] } })).toBe(200)
    expect((await ann.state()).quiz).toMatchObject({ number: 1, answered: 0 })

    await ann.say('/resume', 'Which town?')
    await ann.say(dressed(secrets[0]!.toUpperCase()), 'How many?')
    await ann.say('four thousand', 'not a number')
    await ann.say('\u202e873\u202f465\u202f219,0\u200b', 'Your result: 100%')
    expect((await factsOf(ann.personId, 'quiz_answered')).map(({ credit }) => credit)).toEqual([1, 1])
    await isSound()
  })

  it('should take one answer of many that are written at once', async () => {
    const ann = await enter()
    await Promise.all(['no', secrets[0], 'never'].map((text) => ann.post({ text })))
    // The first of them answered the first question; numbers were none, so the second is still open.
    expect(await factsOf(ann.personId, 'quiz_answered')).toHaveLength(1)
    expect((await ann.state()).quiz).toMatchObject({ answered: 1, number: 1 })
    await Promise.all(Array.from({ length: 20 }, () => ann.post({ text: secrets[1] })))
    expect((await ann.state()).steps).toMatchObject({
      [(await ann.state()).stepId ?? '']: { quiz: { finished: 1 } },
    })
    await isSound()
  })

  it('should collect within its limits, whatever is thrown at a task, and hand in once', async () => {
    const ann = await enterTask()
    const { personId } = ann
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => ann.post({ ...photo, media_group_id: 'album', caption: `${index}` })),
    )
    for (const content of [
      { sticker: { file_id: 'f', file_unique_id: 'u' } },
      { document: { file_id: 'f', file_unique_id: 'u', file_name: 'a\u202efdp.exe' } },
      { document: { file_id: 'f', file_unique_id: 'u', file_name: 'a.pdf', file_size: 10 ** 12 } },
      { text: '\u200b\u2800' },
      { text: `${secrets[2]} ${'😀'.repeat(2000)}` },
    ])
      await ann.post(content)
    for (const command of ['/contents', '/start', '/resume']) await stack.emulator.send(bot, personId, command)
    await ann.waitFor('The text of Task.')
    const draft = (await ann.state()).drafts?.[taskId]
    expect(draft?.items.filter(({ file }) => file !== null)).toHaveLength(3)
    expect(draft?.items.filter(({ file }) => file === null)).toHaveLength(1)

    const { version } = await ann.state()
    const send = { data: `1:v:${version.toString(36)}` }
    const statuses = await Promise.all([1, 2, 3].map(() => telegram.tap({ id: personId }, send)))
    expect(statuses).toEqual([200, 200, 200])
    expect(await submissionsOf(personId)).toMatchObject([{ attempt: 1, status: 'pending' }])
    await ann.waitFor('Sent for review')
    await ann.post({ text: 'one more thing' })
    expect((await submissionsOf(personId))[0]?.content).not.toContain('one more thing')
    // Telegram knows none of these files: that is said, and the work is there to be reviewed.
    await waitFor('the files to be given up', async () => (await submissionsOf(personId))[0]?.filesState === 'failed')
    await ann.tap(/Next/, 'The text of Last.')
    await isSound()
  }) // prettier-ignore

  it('should tell in no log what people wrote, nor what only authors know', async () => {
    const logs = stack.web.output() + stack.runner.output()
    expect(logs).toContain('"level"')
    for (const secret of secrets) expect(logs).not.toContain(secret)
    await isSound()
  })
})
