import { Bot, type Context } from 'grammy'
import { expect, it } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'
import { wayNames, ways } from './serveBot.ts'

const QUESTIONS = [
  { question: 'Which planet is the largest?', options: ['Earth', 'Jupiter', 'Mars'], correct: [1] },
  { question: 'Which of these are moons?', options: ['Io', 'Venus', 'Titan'], correct: [0, 2] },
]

/** The quiz bot of every tutorial: asks one question after the other and counts the right answers. */
function quizBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { client: { apiRoot } })
  const asked = new Map<string, number>()
  const scores = new Map<number, number>()
  const ask = async (ctx: Context, person: number, index: number) => {
    const next = QUESTIONS[index]
    if (!next) return ctx.api.sendMessage(person, `${scores.get(person) ?? 0} of ${QUESTIONS.length} right`)
    const { poll } = await ctx.api.sendPoll(
      person,
      next.question,
      next.options.map((text) => ({ text })),
      {
        type: 'quiz',
        correct_option_ids: next.correct,
        allows_multiple_answers: next.correct.length > 1,
        is_anonymous: false,
        explanation: 'As every astronomer knows',
      },
    )
    return asked.set(poll.id, index)
  }
  bot.command('start', (ctx) => ask(ctx, ctx.chat.id, 0))
  bot.on('poll_answer', async (ctx) => {
    const { poll_id, user, option_ids } = ctx.pollAnswer
    const index = asked.get(poll_id)
    if (index === undefined || !user) return
    const isRight = String(QUESTIONS[index]?.correct) === String(option_ids)
    scores.set(user.id, (scores.get(user.id) ?? 0) + (isRight ? 1 : 0))
    await ask(ctx, user.id, index + 1)
  })
  return bot
}

it.each(wayNames)('should serve a quiz bot by %s', async (way) => {
  const { url, client, createBot } = await testEmulator()
  const { token, username } = await createBot()
  await ways[way](quizBot(token, url))
  const { id } = await client.createPerson({ first_name: 'Ann' })
  await client.send(username, id, '/start')
  const asks = ({ question = '' } = {}) =>
    client.waitForMessage(username, id, ({ poll }) => poll?.question === question)
  const first = await asks(QUESTIONS[0])
  expect(first.poll).not.toHaveProperty('correct_option_ids')
  const wrong = await client.vote(username, id, first.message_id, [0])
  expect(wrong.poll).toMatchObject({ correct_option_ids: [1], explanation: 'As every astronomer knows' })
  const second = await asks(QUESTIONS[1])
  await client.vote(username, id, second.message_id, [2, 0])
  await client.waitForMessage(username, id, ({ text }) => text === '1 of 2 right')
})
