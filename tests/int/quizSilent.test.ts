import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RunnerActionsResponse } from '../../src/contracts/runnerActions.ts'
import type { Step } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { quizChat } from '../helpers/quizChat.ts'
import { startRecordingProxy } from '../helpers/startRecordingProxy.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'

type Question = NonNullable<NonNullable<Step['quiz']>['questions']>[number]
type Settings = Parameters<typeof quizStep>[2]

const bot = 'quiz_silent_bot'
const items = ['alpha', 'beta', 'gamma', 'delta']
const pairs = [
  { left: 'cat', right: 'meow' },
  { left: 'dog', right: 'woof' },
  { left: '', right: 'moo' },
]

describe('a quiz that shows nothing of its answers', () => {
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

  it('should tell what is right to nobody, neither before nor after', async () => {
    const settings: Settings = {
      ...{ passingPercentage: 100, maxAttempts: 1, whenFailed: 'continue' },
      ...{ showCorrectness: 'never', showFeedback: 'never', showAnswer: 'never' },
    }
    const explanation = 'BECAUSE it is so'
    const options = [
      { text: 'Vowel A', isCorrect: true, explanation },
      { text: 'Vowel O', isCorrect: true },
      { text: 'Consonant', isCorrect: false, explanation },
    ]
    const questions: Question[] = [
      question('Only one?', ['No', '*Yes', 'Perhaps'], { explanation }),
      { blockType: 'multiple', text: 'Which two?', options, explanation },
      {
        blockType: 'text',
        text: 'Which island?',
        match: 'exact',
        answers: [{ text: 'Zanzibar' }],
        explanation,
      },
      { blockType: 'order', text: 'In which order?', items: items.map((text) => ({ text })) },
      { blockType: 'match', text: 'Who says what?', pairs },
    ]
    const steps = [quizStep('Quiz', questions, settings), { title: 'After' }]
    const { course } = await buildCourse(payload, { author, steps, isPublished: true })
    await attachLiveBot(stack, { author, courseId: course.id, username: bot, name: 'Quiz' })
    const since = proxy.answers.length
    const ann = await quizChat(stack, bot)
    await ann.tap(await ann.begin('5 questions'), /Start the quiz/)
    await ann.tap(await ann.text('Only one?'), /Yes/)
    const multiple = await ann.text('Which two?')
    await ann.tap(multiple, /Vowel A/)
    await ann.tap(multiple, /Consonant/)
    await ann.tap(multiple, /Submit/)
    await ann.text('Which island?')
    await ann.send('Java')
    const order = await ann.text('In which order?')
    for (const item of items) await ann.tap(order, item)
    await ann.tap(await ann.edited(order, '4. delta'), /Submit/)
    const match = await ann.text('What goes with cat?')
    await ann.tap(match, 'moo')
    await ann.tap(await ann.edited(match, 'What goes with dog?'), 'woof')
    await ann.tap(await ann.edited(match, 'dog — woof'), /Submit/)
    const result = await ann.text('Your result: 40%')
    expect(ann.labels(result)).toEqual(['Next', 'Contents'])

    const effects = proxy.answers
      .slice(since)
      .filter(({ path }) => path.includes('/runner/actions'))
      .flatMap(({ body }) => (JSON.parse(body) as Partial<RunnerActionsResponse>).results ?? [])
      .flatMap((one) => one.effects)
    const feedback = effects.filter(({ type }) => type === 'quizFeedback')
    expect(feedback).toHaveLength(5)
    for (const one of feedback)
      expect(one).toMatchObject({
        ...{ correct: null, right: null, isCorrect: null, credit: null },
        ...{ explanation: null, explanations: [] },
      })
    const asked = effects.filter(({ type }) => type === 'question')
    expect(asked.length).toBeGreaterThanOrEqual(5)
    for (const one of asked) expect(one).toMatchObject({ poll: null })
    const releases = proxy.answers.slice(since).filter(({ path }) => path.includes('/runner/releases/'))
    const sent = (await ann.messages()).filter(({ from }) => from.is_bot)
    const told = JSON.stringify([effects, sent, releases.map(({ body }) => body)])
    expect(told).not.toMatch(/zanzibar|BECAUSE|rightId|tolerance|answers\\?":/i)
    // What is wrong and what is right look alike.
    const before = sent.filter(({ message_id: id }) => id < result.message_id)
    expect(JSON.stringify(before)).not.toMatch(/✅|❌|Right!|Not quite/)
    const data = before
      .flatMap(({ reply_markup: markup }) => (markup?.inline_keyboard ?? []).flat())
      .flatMap((button) => ('callback_data' in button ? button.callback_data : []))
    expect(data.join('\n')).not.toMatch(/correct|right|true|false/i)
  })
})
