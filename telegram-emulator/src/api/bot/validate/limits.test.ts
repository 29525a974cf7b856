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
  const location = { latitude: 1, longitude: 1, horizontal_accuracy: 1e9 }
  expect(await ok('sendLocation', location)).toMatchObject({
    location: { horizontal_accuracy: LIMITS.horizontalAccuracyM },
  })
})
