import { expect, it } from 'vitest'

import type { ChatMessage } from '../../client.ts'
import { mediaChat, picture, sample, site } from '../../testing/mediaChat.ts'
import { botCalls } from '../../testing/testEmulator.ts'
import { until } from '../../testing/until.ts'

type Chat = Awaited<ReturnType<typeof mediaChat>>

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
  'a broken file_id',
  'a file that is too large to be fetched',
  'a file_id that getFile does not know',
  'a request that is too large',
  'a picture that is none',
  'a photo that is too long',
  'an address that does not answer',
  'an address of a page',
  'an album of too many',
  'an album of photos and documents',
  'an album with a file that cannot be had',
  'another file for a voice message',
  'a caption for a text',
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

/** Nothing is there. */
const photo = { type: 'photo', media: 'http://127.0.0.1:1/x.png' }
const refused = async (answer: Promise<ChatMessage | string>) => {
  const text = await answer
  return typeof text === 'string' ? text : 'it succeeded'
}

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
    provoke: async ({ upload, createBot, startedBy }) => {
      const { document } = await upload('sendDocument', { document: ['x', 'x.txt'] })
      const other = await createBot()
      const chat_id = await startedBy(other)
      return other.error('sendDocument', { chat_id, document: document?.file_id })
    },
    answer: '400 Bad Request: wrong file identifier/HTTP URL specified',
  },
  'a broken file_id': {
    provoke: send({ document: 'abcd' }, 'sendDocument'),
    answer:
      "400 Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
  },
  'a file that is too large to be fetched': {
    provoke: async ({ client, bot, person, error }) => {
      const base64 = Buffer.alloc(20 * 2 ** 20 + 1).toString('base64')
      const document = { file_name: 'x.bin', base64 }
      const sent = await client.send(bot.username, person, { document })
      return error('getFile', { file_id: sent.document?.file_id })
    },
    answer: '400 Bad Request: file is too big',
  },
  'a file_id that getFile does not know': {
    provoke: send({ file_id: 'x' }, 'getFile'),
    answer: '400 Bad Request: invalid file_id',
  },
  'a request that is too large': {
    provoke: ({ call }) =>
      refused(call('sendDocument', {}, { document: [new Uint8Array(52 * 2 ** 20), 'x'] })),
    answer: '413 Request Entity Too Large',
  },
  'a picture that is none': {
    provoke: ({ call }) => refused(call('sendPhoto', {}, { photo: ['x', 'x.png'] })),
    answer: '400 Bad Request: IMAGE_PROCESS_FAILED',
  },
  'a photo that is too long': {
    provoke: async ({ call }) => refused(call('sendPhoto', {}, { photo: [await picture(210, 10), 'x.png'] })),
    answer: '400 Bad Request: PHOTO_INVALID_DIMENSIONS',
  },
  'an address that does not answer': {
    provoke: send({ photo: 'http://127.0.0.1:1/x.png' }, 'sendPhoto'),
    answer: '400 Bad Request: failed to get HTTP URL content',
  },
  'an address of a page': {
    provoke: async ({ error }) => {
      const { url } = await site({ '/': { type: 'text/html', body: sample.text } })
      return error('sendPhoto', { photo: `${url}/` })
    },
    answer: '400 Bad Request: wrong type of the web page content',
  },
  'an album of too many': {
    provoke: send({ media: Array.from({ length: 11 }, () => photo) }, 'sendMediaGroup'),
    answer: '400 Bad Request: too many messages to send as an album',
  },
  'an album of photos and documents': {
    provoke: send({ media: [photo, { ...photo, type: 'document' }] }, 'sendMediaGroup'),
    answer: "400 Bad Request: document can't be mixed with other media types",
  },
  'an album with a file that cannot be had': {
    provoke: send({ media: [photo, photo] }, 'sendMediaGroup'),
    answer: '400 Bad Request: failed to send message #1 with the error message "WEBPAGE_CURL_FAILED"',
  },
  'another file for a voice message': {
    provoke: async ({ upload, error }) => {
      const { message_id } = await upload('sendVoice', { voice: [sample.voice, 'x.ogg'] })
      return error('editMessageMedia', { message_id, media: photo })
    },
    answer: "400 Bad Request: message media can't be edited",
  },
  'a caption for a text': {
    provoke: async ({ sendText, error }) => {
      const { message_id } = await sendText('x')
      return error('editMessageCaption', { message_id, caption: 'x' })
    },
    answer: '400 Bad Request: there is no caption in the message to edit',
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
  expect(await row.provoke(await mediaChat())).toBe(row.answer)
})

async function describe(response: Response): Promise<string> {
  const { ok, error_code, description } = (await response.json()) as Record<string, unknown>
  expect(ok).toBe(false)
  expect(error_code).toBe(response.status)
  return `${String(error_code)} ${String(description)}`
}
