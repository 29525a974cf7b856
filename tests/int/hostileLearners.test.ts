import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { createUser } from '../factories/createUser.ts'
import { linkBot } from '../factories/linkBot.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { postUpdates } from '../helpers/postUpdates.ts'
import { requireSound } from '../helpers/requireSound.ts'
import { shownText } from '../helpers/shownText.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

const bot = 'storm_bot'
const floodSize = 200
/** Too long for a poll, so its question has buttons. */
const long = 'why '.repeat(100)

describe('a course among people who do whatever they like', () => {
  let stack: Stack
  let payload: Payload
  let courseId: string
  let quizId: string
  let telegram: Awaited<ReturnType<typeof postUpdates>>
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'info' })
    const author = await createUser(payload)
    const steps = [
      { title: 'One' },
      quizStep('Two', [
        question('The capital of Korea?', ['Tokyo', '*Seoul']),
        question('Which is a vowel?', ['*ㅏ', 'ㄱ'], { explanation: long }),
      ]),
      { title: 'Three' },
    ]
    const built = await buildCourse(payload, { author, steps, isPublished: true })
    courseId = built.course.id
    quizId = built.steps[1]!.id
    await linkBot(stack, { author, courseId, username: bot })
    telegram = await postUpdates(payload, stack, courseId)
  })
  afterAll(() => stack?.stop())
  afterEach(() => stack.emulator.clearFaults())

  const enter = async () => {
    const chat = await learnInChat(stack, bot)
    await chat.start('A course for tests')
    await chat.tap(/Start/, 'The text of One.')
    return chat
  }
  const stateOf = async (personId: number): Promise<LearnerState> => {
    const { rows } = await payload.db.pool.query<{ state: LearnerState }>(
      `SELECT e.state FROM enrollments e JOIN users u ON u.id = e.user_id
       WHERE u.telegram_id = $1 AND e.course_id = $2`,
      [personId, courseId],
    )
    return rows[0]!.state
  }
  /** Without what every action changes: when it was, and how long the step was worked on. */
  const placeIn = (state: LearnerState) => ({
    ...state,
    lastActionAt: null,
    steps: Object.fromEntries(
      Object.entries(state.steps).map(([id, step]) => [id, { ...step, timeSpent: 0 }]),
    ),
  })
  const factsOf = async (personId: number, type: string): Promise<number> => {
    const { rows } = await payload.db.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM facts f JOIN users u ON u.id = f.user_id
       WHERE u.telegram_id = $1 AND f.type = $2`,
      [personId, type],
    )
    return rows[0]!.count
  }
  const data = async (personId: number, letter: string, more = '') =>
    `1:${letter}:${(await stateOf(personId)).version.toString(36)}${more}`
  const pollOf = (personId: number) =>
    waitFor('the poll to be known', async () => (await stateOf(personId)).quiz?.open?.polls[0])
  const isSound = () => requireSound(payload, stack, courseId)

  it('should answer a flood in its order, and let nobody else wait for it', async () => {
    const flooder = await enter()
    const other = await enter()
    const texts = Array.from({ length: floodSize }, (_, index) => ['/contents', '/start', 'x', '/progress'][index % 4]!)
    const before = (await stack.emulator.messages(bot, flooder.personId)).length
    const answersToFlood = async () => {
      const messages = (await stack.emulator.messages(bot, flooder.personId)).slice(before)
      return messages.filter(({ from }) => from.is_bot)
    }
    await Promise.all(texts.map((text) => stack.emulator.send(bot, flooder.personId, text)))
    await other.tap(/Next/, '2 questions')
    expect((await answersToFlood()).length).toBeLessThan(floodSize)
    const answers = await waitFor('all to be answered', async () => {
      const said = await answersToFlood()
      return said.length >= floodSize && said
    })
    expect(answers).toHaveLength(floodSize)
    expect(await factsOf(flooder.personId, 'bot_started')).toBe(1 + floodSize / 4)
    await isSound()
  }) // prettier-ignore

  it('should count what two devices do at once only once', async () => {
    const { personId } = await enter()
    const person = { id: personId }
    const twice = async (query: object) => {
      const statuses = await Promise.all([1, 2, 3].map(() => telegram.tap(person, query)))
      expect(statuses).toEqual([200, 200, 200])
    }
    await twice({ data: await data(personId, 'n') })
    expect(await factsOf(personId, 'step_completed')).toBe(1)
    await twice({ data: await data(personId, 'q') })
    expect((await stateOf(personId)).quiz).toMatchObject({ number: 1, answered: 0 })

    // A vote and an old button together: the vote alone answers.
    const pollId = await pollOf(personId)
    const user = { id: personId, is_bot: false, first_name: 'Ann', language_code: 'en' }
    const vote = (option: number) => ({ poll_answer: { poll_id: pollId, user, option_ids: [option] } })
    const answer = await data(personId, 'a', ':0')
    const statuses = await Promise.all([telegram.post(vote(1)), telegram.post(vote(0)), telegram.post(vote(1))])
    expect(statuses).toEqual([200, 200, 200])
    await telegram.tap(person, { data: answer })
    expect((await stateOf(personId)).quiz).toMatchObject({ number: 1, answered: 1 })

    const right = await data(personId, 'a', ':0')
    const wrong = await data(personId, 'a', ':1')
    await Promise.all([telegram.tap(person, { data: right }), telegram.tap(person, { data: wrong })])
    expect(await factsOf(personId, 'quiz_answered')).toBe(2)
    expect((await stateOf(personId)).steps[quizId]?.quiz).toMatchObject({ begun: 1, finished: 1 })
    await isSound()
  }) // prettier-ignore

  it('should take nobody anywhere by what others were shown', async () => {
    const ann = await enter()
    const bob = await enter()
    await ann.tap(/Next/, '2 questions')
    await ann.tap(/Start the quiz/, '')
    const pollId = await pollOf(ann.personId)
    const before = await stateOf(bob.personId)
    const user = { id: bob.personId, is_bot: false, first_name: 'Bob', language_code: 'en' }
    // Whoever was forwarded a poll may vote in it; nothing is counted of that, for nobody.
    expect(await telegram.post({ poll_answer: { poll_id: pollId, user, option_ids: [1] } })).toBe(200)
    for (const query of ['q', 'a', 'u', 'b', 'p'].map(async (letter) => data(ann.personId, letter)))
      expect(await telegram.tap({ id: bob.personId }, { data: await query })).toBe(200)
    expect(placeIn(await stateOf(bob.personId))).toEqual(placeIn(before))
    expect((await stateOf(ann.personId)).quiz).toMatchObject({ answered: 0 })

    // A stranger who never started gets no lesson by a tap.
    const stranger = await stack.emulator.createPerson({ first_name: 'Eve', language_code: 'en' })
    expect(await telegram.tap({ id: stranger.id }, { data: await data(ann.personId, 'n') })).toBe(200)
    expect(await factsOf(stranger.id, 'step_opened')).toBe(0)
    await isSound()
  })

  it('should go on where a learner was who blocks the bot in the middle', async () => {
    const chat = await enter()
    const { personId } = chat
    await chat.tap(/Next/, '2 questions')
    await stack.emulator.block(bot, personId)
    await waitFor('the block to be known', async () => (await stateOf(personId)).isBlocked)
    // What they did just before arrives late; the answer reaches nobody.
    expect(await telegram.tap({ id: personId }, { data: await data(personId, 'q') })).toBe(200)
    await stack.emulator.unblock(bot, personId)
    await stack.emulator.send(bot, personId, '/resume')
    await waitFor('the question', async () =>
      (await stack.emulator.messages(bot, personId)).some(({ poll }) => poll?.question.includes('capital')),
    )
    expect((await stateOf(personId)).isBlocked).toBe(false)
    await isSound()
  })

  it('should teach a whole course although every update comes twice', async () => {
    await stack.emulator.addFault({ target: 'delivery', bot, duplicate: true, times: 1000 })
    const chat = await enter()
    const { personId } = chat
    await chat.tap(/Next/, '2 questions')
    await chat.tap(/Start the quiz/, '')
    await pollOf(personId)
    const isPoll = ({ poll }: ChatMessage) => poll !== undefined
    const poll = (await stack.emulator.messages(bot, personId)).findLast(isPoll)!
    await stack.emulator.vote(bot, personId, poll.message_id, [1])
    await chat.waitFor('Which is a vowel?')
    await chat.tap(/ㄱ/, 'Your result: 50%')
    await chat.tap(/Next/, 'The text of Three.')
    await chat.tap(/Finish/, '100%')
    expect(await factsOf(personId, 'quiz_answered')).toBe(2)
    expect(await factsOf(personId, 'step_completed')).toBe(3)
    expect(await factsOf(personId, 'course_completed')).toBe(1)
    const shown = (await stack.emulator.messages(bot, personId)).filter(({ from }) => from.is_bot)
    expect(new Set(shown.map((message) => message.poll?.id ?? shownText(message))).size).toBe(shown.length)
    await isSound()
  })
})
