import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LearnerRelease } from '../../src/contracts/learnerRelease.ts'
import type { RunnerActionsResponse } from '../../src/contracts/runnerActions.ts'
import { messageText, type ChatMessage } from '../../telegram-emulator/src/client.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { pngFile } from '../factories/pngFile.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { attachLiveBot } from '../helpers/attachLiveBot.ts'
import { freePort } from '../helpers/freePort.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { startRecordingProxy } from '../helpers/startRecordingProxy.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const bot = 'quiz_flow_bot'
/** Too long for a poll, so its question is sent with buttons. */
const secret = (about: string) => `SECRET ${about}. `.repeat(20).trim()

/** What of an answer of the CMS tells what is right, but in Telegram's own quiz poll and after an answer. */
const withoutPolls = (body: string) => {
  const { results = [] } = JSON.parse(body) as Partial<RunnerActionsResponse>
  return JSON.stringify(
    results.map(({ effects }) =>
      effects
        .filter(({ type }) => type !== 'quizFeedback')
        .map((effect) => (effect.type === 'question' ? { ...effect, poll: null } : effect)),
    ),
  )
}

describe('a quiz in a chat', () => {
  let stack: Stack
  let payload: Payload
  let proxy: Awaited<ReturnType<typeof startRecordingProxy>>
  let course: Awaited<ReturnType<typeof buildCourse>>
  beforeAll(async () => {
    const port = await freePort()
    proxy = await startRecordingProxy(port)
    stack = await startStack({ PORT: String(port), CMS_URL: proxy.url })
    payload = await getTestPayload()
    const author = await createUser(payload)
    const picture = await payload.create({
      ...{ collection: 'media', user: author.user, data: { alt: 'A letter' } },
      file: await pngFile('letter.png'),
    })
    const media = picture.id
    const questions = [
      question('The capital of Korea?', ['Tokyo', '*Seoul', 'Beijing'], {
        media,
        explanation: 'On the Han.',
      }),
      question('Which are vowels?', ['*ㅏ', 'ㄱ', '*ㅗ']),
      question('Which is a consonant?', ['*ㄴ', 'ㅜ'], { media, explanation: secret('three') }),
      question('What may a syllable have?', ['*A vowel', '*A final consonant', 'Two vowels apart'], {
        explanation: secret('four'),
      }),
    ]
    const steps = [quizStep('Letters', questions, { passingPercentage: 75 }), { title: 'After' }]
    course = await buildCourse(payload, { author, steps, isPublished: true })
    await attachLiveBot(stack, { author, courseId: course.course.id, username: bot, name: 'Quiz' })
  })
  afterAll(async () => {
    await stack?.stop()
    await proxy?.close()
  })

  const enter = async () => {
    const { emulator } = stack
    const person = await emulator.createPerson({ first_name: 'Ann', language_code: 'en' })
    let last = 0
    /** The bot's next message that fits, an edited one included. */
    const shown = async (fits: (message: ChatMessage) => boolean, after = last) => {
      const message = await emulator.waitForMessage(bot, person.id, (one) => one.from.is_bot && fits(one), {
        after,
      })
      last = Math.max(last, message.message_id)
      return message
    }
    const text = (expected: string) => shown((message) => messageText(message).includes(expected))
    const poll = (expected: string) => shown((message) => message.poll?.question.includes(expected) ?? false)
    const tap = (message: ChatMessage, label: RegExp) => {
      const buttons = message.reply_markup?.inline_keyboard?.flat() ?? []
      const button = buttons.find((one) => label.test(one.text))
      if (button === undefined) throw new Error(`no button ${label} below: ${messageText(message)}`)
      return emulator.tap(bot, person.id, { message_id: message.message_id, text: button.text })
    }
    /** The message as it is when it has been edited so. */
    const edited = (message: ChatMessage, expected: string) =>
      shown(
        (one) => one.message_id === message.message_id && messageText(one).includes(expected),
        message.message_id - 1,
      )
    const vote = ({ message_id: id }: ChatMessage, ...options: number[]) =>
      emulator.vote(bot, person.id, id, options)
    const send = (message: string) => emulator.send(bot, person.id, message)
    await send('/start')
    await tap(await text('A course for tests'), /Start learning/)
    const intro = await text('4 questions')
    return { person, shown, text, poll, tap, edited, vote, send, intro }
  }

  it('should be taken with polls and buttons, failed, taken again and passed', async () => {
    const ann = await enter()
    expect(ann.intro.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).toEqual([
      'Start the quiz',
      'Contents',
      '🔖 Bookmark',
    ])
    await ann.tap(ann.intro, /Start the quiz/)

    // 1: a poll with a picture, answered wrongly
    const first = await ann.poll('The capital of Korea?')
    expect(first.poll).toMatchObject({ type: 'quiz', is_anonymous: false })
    expect(first.poll).toHaveProperty('media')
    await ann.vote(first, 0)
    // 2: a poll with several right answers
    const second = await ann.poll('Which are vowels?')
    expect(second.poll).toMatchObject({ allows_multiple_answers: true })
    await ann.vote(second, 0, 2)
    // 3: buttons, the picture before them
    const third = await ann.text('Which is a consonant?')
    await ann.tap(third, /ㄴ/)
    expect((await ann.edited(third, 'Right!')).text).toContain('SECRET three')
    // 4: ticks in place, and a set that is not the right one
    const fourth = await ann.text('What may a syllable have?')
    await ann.tap(fourth, /A vowel/)
    const ticked = await ann.shown(
      ({ message_id: id, reply_markup: markup }) =>
        id === fourth.message_id && JSON.stringify(markup).includes('☑'),
      fourth.message_id - 1,
    )
    await ann.tap(ticked, /Submit/)
    expect((await ann.edited(fourth, 'Not quite')).text).toContain('(right, but not chosen)')
    const failed = await ann.text('Your result: 50%')
    expect(failed.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).toEqual([
      'Try again',
      'Contents',
    ])

    // Again, all of it rightly
    await ann.tap(failed, /Try again/)
    await ann.vote(await ann.poll('The capital of Korea?'), 1)
    await ann.vote(await ann.poll('Which are vowels?'), 0, 2)
    await ann.tap(await ann.text('Which is a consonant?'), /ㄴ/)
    const last = await ann.text('What may a syllable have?')
    await ann.tap(last, /A vowel/)
    await ann.tap(last, /A final consonant/)
    await ann.tap(last, /Submit/)
    const passed = await ann.text('Your result: 100%')
    expect(passed.text).toContain('Passed')
    await ann.tap(passed, /Next/)
    await ann.tap(await ann.text('The text of After.'), /Finish/)
    await ann.text('100%')

    const { docs } = await payload.find({
      collection: 'progress',
      where: { step: { equals: course.steps[0]?.id } },
    })
    expect(docs).toMatchObject([{ isCompleted: true, score: 100, attemptsCount: 2 }])
    const { rows } = await payload.db.pool.query(
      `SELECT count(*)::int AS count FROM facts WHERE type = 'quiz_answered' AND course_id = $1`,
      [course.course.id],
    )
    expect(rows).toEqual([{ count: 8 }])
  })

  it('should be left and found again, and tell those kindly who answer too late', async () => {
    const ann = await enter()
    await ann.tap(ann.intro, /Start the quiz/)
    const first = await ann.poll('The capital of Korea?')
    await ann.send('/contents')
    await ann.text('Contents of the course')
    await ann.send('/resume')
    const again = await ann.poll('The capital of Korea?')
    expect(again.poll?.id).not.toBe(first.poll?.id)
    await ann.vote(again, 1)
    await ann.poll('Which are vowels?')
    // The older copy of what is answered by now
    await ann.vote(first, 0)
    await ann.text('This answer was not counted')
    await ann.send('/start')
    await ann.tap(await ann.text('go back to the step'), /Continue/)
    await ann.vote(await ann.poll('Which are vowels?'), 0, 2)
    const third = await ann.text('Which is a consonant?')
    await ann.tap(third, /ㄴ/)
    const fourth = await ann.text('What may a syllable have?')
    for (const label of [/A vowel/, /A final/, /Submit/]) await ann.tap(fourth, label)
    await ann.text('Your result: 100%')
  })

  it('should go on when the runner dies between question and answer', async () => {
    const ann = await enter()
    await ann.tap(ann.intro, /Start the quiz/)
    const first = await ann.poll('The capital of Korea?')
    // Before that nobody could tell whose question an answer belongs to: the question is asked again.
    await waitFor('the poll to be known', async () => {
      const { rowCount } = await payload.db.pool.query('SELECT FROM enrollments WHERE state::text LIKE $1', [
        `%"${first.poll?.id}"%`,
      ])
      return rowCount === 1
    })
    await stack.runner.kill()
    await ann.vote(first, 1)
    await stack.runner.start()
    await ann.poll('Which are vowels?')
  })

  it('should tell nobody what is right before the answer, but in the poll itself', async () => {
    const ann = await enter()
    const since = proxy.answers.length
    await ann.tap(ann.intro, /Start the quiz/)
    await ann.vote(await ann.poll('The capital of Korea?'), 1)
    await ann.vote(await ann.poll('Which are vowels?'), 1)
    const third = await ann.text('Which is a consonant?')

    const releases = proxy.answers.filter(({ path }) => path.includes('/runner/releases/'))
    expect(releases.length).toBeGreaterThan(0)
    for (const { body } of releases) {
      expect((JSON.parse(body) as LearnerRelease).steps[0]?.stepType).toBe('quiz')
      expect(body).not.toMatch(/isCorrect|correct|explanation|SECRET|On the Han/)
    }
    const actions = () => proxy.answers.slice(since).filter(({ path }) => path.includes('/runner/actions'))
    const received = () =>
      actions()
        .map(({ body }) => withoutPolls(body))
        .join('\n')
    expect(received()).toContain('"type":"question"')
    expect(received()).not.toMatch(/[cC]orrect|xplanation|SECRET|On the Han/)
    // Of the third question, which has buttons, nothing at all was told.
    const before = actions()
      .map(({ body }) => body)
      .join('\n')
    expect(before).not.toContain('SECRET')
    const sent = await stack.emulator.messages(bot, ann.person.id)
    expect(JSON.stringify(sent)).not.toContain('SECRET')
    expect(JSON.stringify(third)).not.toMatch(/✅|correct/)

    await ann.tap(third, /ㄴ/)
    await ann.edited(third, 'SECRET three')
    const after = actions()
      .map(({ body }) => body)
      .join('\n')
    expect(after).toContain('SECRET three')
    expect(after).not.toContain('SECRET four')
  })

  it('should ask the question again when nobody learns which poll it became', async () => {
    const ann = await enter()
    await ann.tap(ann.intro, /Start the quiz/)
    const first = await ann.poll('The capital of Korea?')
    // As if the runner had died between the send and its receipt.
    await waitFor('the receipt', async () => {
      const { rows } = await payload.db.pool.query<{ isNoted: boolean }>(
        `UPDATE enrollments e SET state = jsonb_set(jsonb_set(state, '{quiz,open,polls}', '[]'),
                '{quiz,open,pollsAwaited}', '1')
         FROM users u WHERE u.id = e.user_id AND u.telegram_id = $1 AND state #> '{quiz,open,polls}' <> '[]'
         RETURNING true AS "isNoted"`,
        [ann.person.id],
      )
      return rows[0]?.isNoted ?? false
    })
    await ann.vote(first, 1)
    await waitFor('the answer to be put off', async () => {
      const { rows } = await payload.db.pool.query<{ isWaiting: boolean }>(
        `SELECT state #> '{quiz,open,unknownPoll}' IS NOT NULL AS "isWaiting"
         FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = $1`,
        [ann.person.id],
      )
      return rows[0]?.isWaiting ?? false
    })
    await stack.emulator.advanceClock(10_000)
    await ann.text('did not reach us')
    await ann.vote(await ann.poll('The capital of Korea?'), 1)
    await ann.poll('Which are vowels?')
  })
})
