import { expect, it } from 'vitest'

import { startedChat } from '../../../testing/startedChat.ts'
import { LIMITS } from './limits.ts'

interface Edge {
  method: string
  /** The parameters with the limit reached (0) and passed by one (1). */
  parameters: (beyond: number) => object
  /** What is answered beyond it; the rest of `Bad Request: …`. */
  answer: string
}

const text = (length: number) => 'x'.repeat(length)
const inline = (buttons: object[]) => ({
  text: 'x',
  reply_markup: { inline_keyboard: buttons.map((button) => [{ text: 'a', ...button }]) },
})
const many = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index))
const command = (command: string, description: string) => ({ commands: [{ command, description }] })
const poll = (parameters: object) => ({ question: 'x', options: ['A'], ...parameters })
/** Lengths count UTF-16 units: each of these characters has two. */
const wide = (units: number) => '😀'.repeat(Math.ceil(units / 2))

const EDGES: Record<string, Edge> = {
  text: {
    method: 'sendMessage',
    parameters: (n) => ({ text: text(LIMITS.text + n) }),
    answer: 'message is too long',
  },
  'text in UTF-16 units': {
    method: 'sendMessage',
    parameters: (n) => ({ text: wide(LIMITS.text + n) }),
    answer: 'message is too long',
  },
  'text after parsing': {
    method: 'sendMessage',
    parameters: (n) => ({ text: `<b>${text(LIMITS.text + n)}</b>`, parse_mode: 'HTML' }),
    answer: 'message is too long',
  },
  'unparsed text': {
    method: 'sendMessage',
    // Marks that leave nothing count before parsing.
    parameters: (n) => ({ text: `x${'<b></b>'.repeat(4681 + n)}`, parse_mode: 'HTML' }),
    answer: 'text is too long',
  },
  'callback_data in bytes': {
    method: 'sendMessage',
    parameters: (n) => inline([{ callback_data: `${'я'.repeat(LIMITS.callbackDataBytes / 2)}${text(n)}` }]),
    answer: 'BUTTON_DATA_INVALID',
  },
  copy_text: {
    method: 'sendMessage',
    parameters: (n) => inline([{ copy_text: { text: text(LIMITS.copyText + n) } }]),
    answer: 'BUTTON_COPY_TEXT_INVALID',
  },
  'inline buttons': {
    method: 'sendMessage',
    parameters: (n) => inline(many(LIMITS.inlineButtons + n, () => ({ callback_data: 'a' }))),
    answer: 'reply markup is too long',
  },
  "a poll's question in characters": {
    method: 'sendPoll',
    parameters: (n) => poll({ question: '😀'.repeat(LIMITS.pollQuestionCharacters + n) }),
    answer: 'poll question length must not exceed 300',
  },
  "a poll's options": {
    method: 'sendPoll',
    parameters: (n) => poll({ options: many(LIMITS.pollOptions[1] + n, String) }),
    answer: "poll can't have more than 12 options",
  },
  "a poll's option in characters": {
    method: 'sendPoll',
    parameters: (n) => poll({ options: ['😀'.repeat(LIMITS.pollOptionCharacters + n)] }),
    answer: 'poll options length must not exceed 100',
  },
  "a poll's description": {
    method: 'sendPoll',
    parameters: (n) => poll({ description: text(LIMITS.caption + n) }),
    answer: 'message caption is too long',
  },
  "a quiz's explanation in characters": {
    method: 'sendPoll',
    parameters: (n) =>
      poll({
        type: 'quiz',
        correct_option_ids: [0],
        explanation: '😀'.repeat(LIMITS.pollExplanationCharacters + n),
      }),
    answer: 'quiz explanation length must not exceed 200',
  },
  "the lines of a quiz's explanation": {
    method: 'sendPoll',
    parameters: (n) => {
      const lines = many(LIMITS.pollExplanationLineFeeds + 1 + n, String)
      return poll({ type: 'quiz', correct_option_ids: [0], explanation: lines.join('\n') })
    },
    answer: 'quiz explanation must not have more than 2 line feeds',
  },
  'the shortest time of a poll': {
    method: 'sendPoll',
    parameters: (n) => poll({ open_period: LIMITS.pollOpenS[0] - n }),
    answer: 'poll must close in 5–2628000 seconds',
  },
  message_ids: {
    method: 'deleteMessages',
    parameters: (n) => ({ message_ids: many(LIMITS.messageIds + n, (index) => 1000 + index) }),
    answer: 'too many message identifiers specified',
  },
  commands: {
    method: 'setMyCommands',
    parameters: (n) => ({
      commands: many(LIMITS.commands + n, (index) => ({ command: `c${index}`, description: 'x' })),
    }),
    answer: 'BOT_COMMANDS_TOO_MUCH',
  },
  'a command': {
    method: 'setMyCommands',
    parameters: (n) => command(text(LIMITS.commandCharacters + n), 'x'),
    answer: 'command length must not exceed 32',
  },
  "a command's description": {
    method: 'setMyCommands',
    parameters: (n) => command('x', '😀'.repeat(LIMITS.commandDescriptionCharacters + n)),
    answer: 'command description length must not exceed 256',
  },
  name: {
    method: 'setMyName',
    parameters: (n) => ({ name: text(LIMITS.name + n) }),
    answer: 'BOT_TITLE_INVALID',
  },
  description: {
    method: 'setMyDescription',
    parameters: (n) => ({ description: text(LIMITS.description + n) }),
    answer: 'DESCRIPTION_TOO_LONG',
  },
  short_description: {
    method: 'setMyShortDescription',
    parameters: (n) => ({ short_description: text(LIMITS.shortDescription + n) }),
    answer: 'ABOUT_TOO_LONG',
  },
  secret_token: {
    method: 'setWebhook',
    parameters: (n) => ({ url: 'http://127.0.0.1:1/x', secret_token: text(LIMITS.secretToken + n) }),
    answer: 'secret token is too long',
  },
}

it.each(Object.keys(EDGES))('should allow as much as Telegram, and no more: %s', async (name) => {
  const { method, parameters, answer } = EDGES[name] ?? expect.fail(name)
  const { ok, error } = await startedChat()
  await ok(method, parameters(0))
  expect(await error(method, parameters(1))).toBe(`400 Bad Request: ${answer}`)
})

it('should bring numbers into their range instead of refusing them', async () => {
  const { bot, ok } = await startedChat()
  await ok('setWebhook', { url: 'http://127.0.0.1:1/x', max_connections: 1000 })
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ max_connections: LIMITS.maxConnections[1] })
  await ok('setWebhook', { url: 'http://127.0.0.1:1/x', max_connections: -1 })
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ max_connections: LIMITS.maxConnections[0] })
  expect(await ok('sendPoll', poll({ open_period: 1e9 }))).toMatchObject({
    poll: { open_period: LIMITS.pollOpenS[1] },
  })
  const location = { latitude: 1, longitude: 1, horizontal_accuracy: 1e9 }
  expect(await ok('sendLocation', location)).toMatchObject({
    location: { horizontal_accuracy: LIMITS.horizontalAccuracyM },
  })
})
