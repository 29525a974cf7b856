import { expect, it } from 'vitest'

import type { ChatMessage } from '../../client.ts'
import { startedChat } from '../../testing/startedChat.ts'
import { botCalls } from '../../testing/testEmulator.ts'
import { until } from '../../testing/until.ts'

type Chat = Awaited<ReturnType<typeof startedChat>>

/** The errors of Telegram that a bot has to know. Each needs a row below. */
const NAMED = [
  '401 for a bad token',
  '401 after the token was replaced',
  'method not found',
  'a method that is not emulated',
  'chat not found until Start was pressed',
  'bot was blocked by the user',
  'message text is empty',
  'message is too long',
  'message caption is too long',
  "can't parse entities",
  'message is not modified',
  'message to edit not found',
  "message can't be deleted",
  'query is too old',
  'BUTTON_DATA_INVALID',
  'BUTTON_COPY_TEXT_INVALID',
  'exactly one action',
  "another bot's file_id",
  'a poll without options',
  'a quiz without a right option',
  'a poll to stop that is not there',
  'a poll that is closed',
  'a second poller',
  'a poller while a webhook is set',
  'too many requests',
] as const

interface Row {
  /** The call that causes it at Telegram, or what is done before it and then the call. */
  provoke: (chat: Chat) => Promise<string>
  /** Code and description. */
  answer: string
}

const keyboard = (button: object) => ({ inline_keyboard: [[{ text: 'a', ...button }]] })
const poll = { question: 'x', options: ['A', 'B'] }
const send =
  (parameters: object, method = 'sendMessage') =>
  ({ error }: Chat) =>
    error(method, { text: 'x', ...parameters })

const ROWS: Record<(typeof NAMED)[number], Row> = {
  '401 for a bad token': {
    provoke: async ({ url }) => describe(await fetch(`${url}/bot1234567890:wrong/getMe`)),
    answer: '401 Unauthorized',
  },
  '401 after the token was replaced': {
    provoke: async ({ url, client, person }) => {
      const { token } = await client.createBot({
        username: 'manager_bot',
        name: 'Manager',
        can_manage_bots: true,
      })
      const manager = botCalls(url, 'manager_bot', token)
      const child = { manager: 'manager_bot', person, username: 'child_bot', name: 'Child' }
      const { bot } = await client.createManagedBot(child)
      const old = await manager.ok<string>('getManagedBotToken', { user_id: bot.id })
      await manager.ok('replaceManagedBotToken', { user_id: bot.id })
      return botCalls(url, 'child_bot', old).error('getMe')
    },
    answer: '401 Unauthorized',
  },
  'method not found': { provoke: send({}, 'sendMesage'), answer: '404 Not Found: method not found' },
  'a method that is not emulated': {
    provoke: send({}, 'sendGame'),
    answer: '501 Not Implemented: the emulator does not emulate the method sendGame',
  },
  'chat not found until Start was pressed': {
    provoke: async ({ createBot, person }) =>
      (await createBot()).error('sendMessage', { chat_id: person, text: 'x' }),
    answer: '400 Bad Request: chat not found',
  },
  'bot was blocked by the user': {
    provoke: async ({ client, bot, person, error }) => {
      await client.block(bot.username, person)
      return error('sendMessage', { text: 'x' })
    },
    answer: '403 Forbidden: bot was blocked by the user',
  },
  'message text is empty': { provoke: send({ text: '' }), answer: '400 Bad Request: message text is empty' },
  'message is too long': {
    provoke: send({ text: 'x'.repeat(4097) }),
    answer: '400 Bad Request: message is too long',
  },
  'message caption is too long': {
    provoke: send({ photo: 'x', caption: 'x'.repeat(1025) }, 'sendPhoto'),
    answer: '400 Bad Request: message caption is too long',
  },
  "can't parse entities": {
    provoke: send({ text: 'a.', parse_mode: 'MarkdownV2' }),
    answer:
      "400 Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
  },
  'message is not modified': {
    provoke: async ({ sendText, error }) => {
      const { message_id } = await sendText('x')
      return error('editMessageText', { message_id, text: 'x' })
    },
    answer:
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  },
  'message to edit not found': {
    provoke: send({ message_id: 99 }, 'editMessageText'),
    answer: '400 Bad Request: message to edit not found',
  },
  "message can't be deleted": {
    provoke: async ({ client, sendText, error }) => {
      const { message_id } = await sendText('x')
      await client.advanceClock((48 * 3600 + 1) * 1000)
      return error('deleteMessage', { message_id })
    },
    answer: "400 Bad Request: message can't be deleted for everyone",
  },
  'query is too old': {
    provoke: async ({ client, bot, person, sendText, error }) => {
      const { message_id } = await sendText('x', { reply_markup: keyboard({ callback_data: 'a' }) })
      const tap = client.tap(bot.username, person, { message_id, data: 'a' })
      const query = bot.ok<{ callback_query?: { id: string } }[]>('getUpdates', { offset: -1, timeout: 5 })
      const callback_query_id = (await query)[0]?.callback_query?.id
      await bot.ok('answerCallbackQuery', { callback_query_id })
      await tap
      await client.advanceClock(150_000)
      return error('answerCallbackQuery', { callback_query_id })
    },
    answer: '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
  },
  BUTTON_DATA_INVALID: {
    // 66 bytes in 33 letters.
    provoke: send({ reply_markup: keyboard({ callback_data: 'я'.repeat(33) }) }),
    answer: '400 Bad Request: BUTTON_DATA_INVALID',
  },
  BUTTON_COPY_TEXT_INVALID: {
    provoke: send({ reply_markup: keyboard({ copy_text: { text: 'x'.repeat(257) } }) }),
    answer: '400 Bad Request: BUTTON_COPY_TEXT_INVALID',
  },
  'exactly one action': {
    provoke: send({ reply_markup: keyboard({}) }),
    answer:
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  },
  "another bot's file_id": {
    provoke: async ({ url, bot, person, createBot, startedBy }) => {
      const form = new FormData()
      form.append('chat_id', String(person))
      form.append('document', new Blob(['x']), 'x.txt')
      const response = await fetch(`${url}/bot${bot.token}/sendDocument`, { method: 'POST', body: form })
      const { result } = (await response.json()) as { result: ChatMessage }
      const other = await createBot()
      const chat_id = await startedBy(other)
      return other.error('sendDocument', { chat_id, document: result.document?.file_id })
    },
    answer: '400 Bad Request: wrong file identifier/HTTP URL specified',
  },
  'a poll without options': {
    provoke: send({ ...poll, options: [] }, 'sendPoll'),
    answer: '400 Bad Request: poll must have at least one answer option',
  },
  'a quiz without a right option': {
    provoke: send({ ...poll, type: 'quiz', correct_option_ids: [2] }, 'sendPoll'),
    answer: '400 Bad Request: wrong quiz correct_option_id',
  },
  'a poll to stop that is not there': {
    provoke: send({ message_id: 99 }, 'stopPoll'),
    answer: '400 Bad Request: message with poll to stop not found',
  },
  'a poll that is closed': {
    provoke: async ({ ok, error }) => {
      const { message_id } = await ok<ChatMessage>('sendPoll', { ...poll, is_closed: true })
      return error('stopPoll', { message_id })
    },
    answer: "400 Bad Request: poll can't be stopped",
  },
  'a second poller': {
    provoke: async ({ bot }) => {
      // What waits is taken first, lest the poller be answered with it.
      const waiting = await bot.ok<{ update_id: number }[]>('getUpdates')
      const offset = (waiting.at(-1)?.update_id ?? 0) + 1
      const first = bot.error('getUpdates', { offset, timeout: 30 })
      let isOver = false
      void first.finally(() => (isOver = true))
      await until(async () => {
        await bot.ok('getUpdates', { offset, timeout: 1 })
        return isOver
      }, 'the first poller was ended')
      return first
    },
    answer:
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  },
  'a poller while a webhook is set': {
    provoke: async ({ bot }) => {
      await bot.ok('setWebhook', { url: 'http://127.0.0.1:1/hook' })
      return bot.error('getUpdates')
    },
    answer:
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  },
  'too many requests': {
    provoke: async ({ client, error, bot, person }) => {
      await client.addFault({ method: 'sendMessage', error_code: 429, retry_after: 7, times: 2 })
      expect(await bot.call('sendMessage', { chat_id: person, text: 'x' })).toMatchObject({
        parameters: { retry_after: 7 },
      })
      return error('sendMessage', { text: 'x' })
    },
    answer: '429 Too Many Requests: retry after 7',
  },
}

it.each(NAMED)('should answer as Telegram does: %s', async (name) => {
  const row = ROWS[name]
  expect(row, `no row provokes: ${name}`).toBeDefined()
  expect(await row.provoke(await startedChat())).toBe(row.answer)
})

async function describe(response: Response): Promise<string> {
  const { ok, error_code, description } = (await response.json()) as Record<string, unknown>
  expect(ok).toBe(false)
  expect(error_code).toBe(response.status)
  return `${String(error_code)} ${String(description)}`
}
