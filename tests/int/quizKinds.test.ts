import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RunnerActionsResponse } from '../../src/contracts/runnerActions.ts'
import { recomputeProgress, type DatedFact } from '../../src/lesson/engine/recomputeProgress.ts'
import * as sample from '../../src/operations/media/testing/sampleFiles.ts'
import type { Step } from '../../src/payload-types.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { quizChat } from '../helpers/quizChat.ts'
import { startRecordingProxy } from '../helpers/startRecordingProxy.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

type Question = NonNullable<NonNullable<Step['quiz']>['questions']>[number]
type Settings = Parameters<typeof quizStep>[2]

const bot = 'quiz_kinds_bot'
/** Nobody is to meet one of these words before they have answered. */
const secrets = ['zanzibar', 'kyz?yl', '4242', 'BECAUSE']
const items = ['alpha', 'beta', 'gamma', 'delta']
const pairs = [
  { left: 'cat', right: 'meow' },
  { left: 'dog', right: 'woof' },
  { left: '', right: 'moo' },
]

const kinds = (media: string): Question[] => [
  {
    ...{ blockType: 'single', text: 'Which letter is it?' },
    options: [
      { text: 'This one', isCorrect: true, media },
      { text: 'That one', isCorrect: false },
    ],
  },
  { blockType: 'text', text: 'Which island?', match: 'caseInsensitive', answers: [{ text: 'Zanzibar' }] },
  { blockType: 'text', text: 'Which town?', match: 'regex', answers: [{ text: '(?i)kyz?yl' }] },
  { blockType: 'number', text: 'How many?', value: 4242.5, tolerance: 0.5, explanation: 'BECAUSE so' },
  { blockType: 'order', text: 'In which order?', items: items.map((text) => ({ text })) },
  { blockType: 'match', text: 'Who says what?', pairs },
  { blockType: 'file', text: 'Send a picture.', accepts: ['photo'], maxMegabytes: 1 },
  { blockType: 'voice', text: 'Say it.', maxSeconds: 60, explanation: 'BECAUSE of the sound' },
]
const typed = (text: string, answer: string): Question => ({
  ...{ blockType: 'text', text, match: 'exact', explanation: `Why ${answer}` },
  answers: [{ text: answer }],
})

const fileOf = (bytes: Buffer, name: string) => ({ file_name: name, base64: bytes.toString('base64') })

/** What of an answer of the CMS may tell what is right: Telegram's own quiz poll, and what comes after an answer. */
const withoutPolls = (body: string) =>
  JSON.stringify(
    ((JSON.parse(body) as Partial<RunnerActionsResponse>).results ?? []).map(({ effects }) =>
      effects
        .filter(({ type }) => type !== 'quizFeedback')
        .map((effect) => (effect.type === 'question' ? { ...effect, poll: null } : effect)),
    ),
  )

describe('all kinds and settings of quizzes in a chat', () => {
  let stack: Stack
  let payload: Payload
  let proxy: Awaited<ReturnType<typeof startRecordingProxy>>
  let author: SignedIn
  beforeAll(async () => {
    const port = await freePort()
    proxy = await startRecordingProxy(port)
    stack = await startStack({ PORT: String(port), CMS_URL: proxy.url })
    payload = await getTestPayload()
    author = await createUser(payload)
  })
  afterAll(async () => {
    await stack?.stop()
    await proxy?.close()
  })

  const teach = async (username: string, questions: Question[], settings: Settings) => {
    const steps = [quizStep('Quiz', questions, settings), { title: 'After' }]
    const built = await buildCourse(payload, { author, steps, isPublished: true })
    await attachLiveBot(stack, { author, courseId: built.course.id, username, name: 'Quiz' })
    return String(built.steps[0]?.id)
  }
  const factsOf = async (personId: number) => {
    const { rows } = await payload.db.pool.query<DatedFact>(
      `SELECT f.at, f.type, f.step_id AS "stepId", f.release_id AS "releaseId", f.data
       FROM facts f JOIN users u ON u.id = f.user_id WHERE u.telegram_id = $1 ORDER BY f.at, f.update_id`,
      [personId],
    )
    return rows
  }
  const scoreOf = async (stepId: string) => {
    const { docs } = await payload.find({ collection: 'progress', where: { step: { equals: stepId } } })
    const [row] = docs
    return { score: row?.score, attempts: row?.attemptsCount, isCompleted: row?.isCompleted }
  }

  it('should be asked and answered in each kind, and tell nobody what is right before', async () => {
    const picture = await payload.create({
      ...{ collection: 'media', user: author.user, data: { alt: 'A letter' } },
      file: await pngFile('letter.png'),
    })
    const stepId = await teach(bot, kinds(picture.id), { passingPercentage: 100 })
    const since = proxy.answers.length
    const ann = await quizChat(stack, bot)
    const received = () => proxy.answers.slice(since)
    /** `met`: secrets of questions that are answered by now. */
    const expectNothingTold = async (...met: string[]) => {
      const told = [
        ...received()
          .filter(({ path }) => path.includes('/runner/actions'))
          .map(({ body }) => withoutPolls(body)),
        ...received()
          .filter(({ path }) => path.includes('/runner/releases/'))
          .map(({ body }) => body),
        JSON.stringify((await ann.messages()).filter(({ from, poll }) => from.is_bot && !poll)),
      ].join('\n')
      expect(told).toContain('Which letter is it?')
      expect(told).not.toMatch(/isCorrect|rightId|tolerance|"answers"|"correct"/)
      for (const secret of secrets.filter((one) => !met.includes(one)))
        expect(told.toLowerCase()).not.toContain(secret.toLowerCase())
    }

    await ann.tap(await ann.begin('8 questions'), /Start the quiz/)
    const first = await ann.poll('Which letter is it?')
    expect(first.poll?.options[0]).toHaveProperty('media.photo')
    expect(first.poll?.options[1]).not.toHaveProperty('media')
    await ann.vote(first, 0)

    await ann.text('Which island?')
    await expectNothingTold()
    await ann.send({ voice: fileOf(sample.opus(), 'voice.ogg') })
    await ann.text('answer this question in words')
    await ann.send('\u200b')
    await ann.text('answer this question in words')
    await ann.send('x'.repeat(501))
    await ann.text('too long: at most 500')
    await ann.send('  zanziBAR\u200b ')
    await ann.text('Right!')
    await ann.text('Which town?')
    await ann.send('Kyyl')
    await ann.text('How many?')
    await expectNothingTold('zanzibar')
    await ann.send('a lot')
    await ann.text('not a number I can read')
    await ann.send('4 243,0')
    expect((await ann.text('Right!')).text).toContain('BECAUSE so')

    const order = await ann.text('In which order?')
    expect(
      ann
        .labels(order)
        .filter((label) => items.includes(label))
        .toSorted(),
    ).toEqual(items.toSorted())
    await ann.tap(order, 'beta')
    await ann.tap(await ann.edited(order, '1. beta'), /Take back/)
    for (const item of items) await ann.tap(order, item)
    await ann.tap(await ann.edited(order, '4. delta'), /Submit/)
    await ann.edited(order, 'Right!')

    let match = await ann.text('What goes with cat?')
    await ann.tap(match, 'meow')
    match = await ann.edited(match, 'What goes with dog?')
    // A tap on a button that was meant for the one before says nothing of this one.
    await ann.tap(match, 'woof')
    await ann.tap(await ann.edited(match, 'dog — woof'), /Submit/)
    expect((await ann.edited(match, 'Right!')).text).toContain('cat — meow')

    await ann.text('Send a picture.')
    await ann.send('Here it is')
    await ann.text('with a file: a photo')
    const photo = await sample.png(64, 64)
    await ann.send({ document: fileOf(photo, 'a.png') })
    await ann.text('with a file: a photo')
    await ann.send({ photo: fileOf(photo, 'a.png') })
    await ann.text('Right!')

    await ann.text('Say it.')
    await ann.send('It')
    await ann.text('with a voice message')
    await ann.send({ voice: fileOf(sample.opus(), 'voice.ogg') })
    await ann.text('BECAUSE of the sound')
    const result = await ann.text('Your result: 100%')
    expect(result.text).toContain('Right answers: 8 of 8')
    await ann.tap(result, /Next/)
    await ann.text('The text of After.')
    expect(await scoreOf(stepId)).toEqual({ score: 100, attempts: 1, isCompleted: true })
    const facts = await factsOf(ann.person.id)
    expect(recomputeProgress(facts).quizzes[stepId]).toEqual({ finished: 1, best: 100, score: 100 })
    expect(facts.filter(({ type }) => type === 'quiz_answered')).toHaveLength(8)
  })

  it('should keep to attempts, time, picks and marks, show things when they are to be shown, over a restart', async () => {
    const settings: Settings = {
      ...{ passingPercentage: 80, maxAttempts: 2, grading: 'average', timeLimit: 1, timeUp: 'submit' },
      ...{ pickCount: 2, areQuestionsShuffled: true, negativeMarks: 50 },
      ...{ showCorrectness: 'afterAttempt', showFeedback: 'afterAttempt', showAnswer: 'afterClose' },
      bands: [
        { blockType: 'band', from: 0, text: 'Read it again.' },
        { blockType: 'band', from: 50, text: 'Half of it.' },
      ],
    }
    const questions = ['one', 'two', 'three'].map((word) => typed(`Say ${word}.`, word))
    const stepId = await teach('quiz_exam_bot', questions, settings)
    const ann = await quizChat(stack, 'quiz_exam_bot')
    const intro = await ann.begin('2 questions')
    expect(JSON.stringify(intro)).toContain('You have 1 min for an attempt')
    expect(JSON.stringify(intro)).toContain('Attempts left: 2')
    expect(JSON.stringify(intro)).toContain('costs 50%')

    const answerOf = ({ text = '' }: ChatMessage) => /Say (\w+)\./.exec(text)?.[1] ?? ''
    await ann.tap(intro, /Start the quiz/)
    const first = await ann.text('Question 1 of 2')
    expect(first.text).toMatch(/⏱ (1 min|\d+ sec) left/)
    await ann.send(answerOf(first))
    const noted = await ann.text('has been noted')
    expect(noted.text).not.toMatch(/Right|Why/)
    await ann.text('Question 2 of 2')
    // The time goes on while nobody is there to count it.
    await stack.web.kill()
    await stack.emulator.advanceClock(65_000)
    await stack.web.start()
    const over = await ann.text('The time is over')
    expect(over.text).toContain('Your result: 50%')
    expect(over.text).toContain('Half of it.')
    expect(over.text).toContain('Attempts left: 1')
    await ann.send('late')
    await ann.text('needs no message from you')
    await ann.tap(over, /Look at the answers/)
    const review = await ann.text('Answers 1–2 of 2')
    expect(review.text).toContain(`Why ${answerOf(first)}`)
    expect(review.text).toContain('You have not answered it.')
    expect(review.text).not.toContain('✅ Right:')

    await ann.tap(over, /Try again/)
    await ann.text('Question 1 of 2')
    await ann.send('wrong')
    const last = await ann.text('Question 2 of 2')
    await ann.send(answerOf(last))
    const failed = await ann.text('Your result: 25%')
    expect(failed.text).toContain('Not passed: at least 80% is needed.')
    expect(failed.text).toContain('The average of your attempts: 37%')
    expect(failed.text).toContain('write to the author')
    expect(ann.labels(failed)).toEqual(['Look at the answers', 'Contents'])
    await ann.tap(failed, /Look at the answers/)
    expect((await ann.text('Answers 1–2 of 2')).text).toContain('✅ Right:')
    expect(await scoreOf(stepId)).toEqual({ score: 37, attempts: 2, isCompleted: false })
    const facts = await factsOf(ann.person.id)
    expect(recomputeProgress(facts).quizzes[stepId]).toEqual({ finished: 2, best: 50, score: 37 })
    await waitFor('no timer to be left', async () => {
      const { totalDocs } = await payload.count({ collection: 'timers', where: { step: { equals: stepId } } })
      if (totalDocs > 0) await stack.emulator.advanceClock(65_000)
      return totalDocs === 0
    })
  })

  it('should close polls by time, drop an attempt that took too long, and let go whom it is to let go', async () => {
    const settings: Settings = {
      ...{ passingPercentage: 100, maxAttempts: 1, whenFailed: 'continue', timeLimit: 1, timeUp: 'discard' },
      hasPartialCredit: true,
    }
    const questions = [question('Choose.', ['*Yes', 'No']), question('Both?', ['*A', '*B', 'C'])]
    const stepId = await teach('quiz_strict_bot', questions, settings)
    const ann = await quizChat(stack, 'quiz_strict_bot')
    await ann.tap(await ann.begin('the attempt does not count'), /Start the quiz/)
    const poll = await ann.poll('Choose.')
    expect(poll.poll?.open_period).toBeGreaterThan(5)
    await ann.vote(poll, 0)
    // Right in part is no poll's: these are buttons.
    await ann.text('Both?')
    await stack.emulator.advanceClock(65_000)
    const over = await ann.text('this attempt does not count')
    expect(over.text).toContain('No attempts are left.')
    expect(ann.labels(over)).toEqual(['Next', 'Contents'])
    await ann.tap(over, /Next/)
    await ann.text('The text of After.')
    expect(await scoreOf(stepId)).toMatchObject({ isCompleted: true })
    expect(recomputeProgress(await factsOf(ann.person.id)).quizzes).toEqual({})
  })
})
