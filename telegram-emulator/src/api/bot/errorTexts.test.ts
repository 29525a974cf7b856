import { expect, it } from 'vitest'

import type { ChatMessage } from '../../client.ts'
import { testEmulator } from '../../testing/testEmulator.ts'
import { until } from '../../testing/until.ts'

/** The errors that bots meet most, each provoked by the call that causes it at Telegram. */
async function startedChat() {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const chat_id = await emulator.startedBy(bot)
  const error = (parameters: object, method = 'sendMessage') =>
    bot.error(method, { chat_id, text: 'x', ...parameters })
  const buttonError = (button: object) =>
    error({ reply_markup: { inline_keyboard: [[{ text: 'a', ...button }]] } })
  return { ...emulator, bot, chat_id, error, buttonError }
}

it('should say what is wrong with the request', async () => {
  const { url, bot, error } = await startedChat()
  const statusAndBody = async (path: string) => {
    const response = await fetch(`${url}${path}`)
    return [response.status, await response.json()]
  }
  const unauthorized = { ok: false, error_code: 401, description: 'Unauthorized' }
  expect(await statusAndBody('/bot1234567890:wrong/getMe')).toEqual([401, unauthorized])
  expect(await error({}, 'sendMesage')).toBe('404 Not Found: method not found')
  expect((await statusAndBody(`/bot${bot.token}`))[0]).toBe(404)
  expect(await error({}, 'sendGame')).toMatch(/^501 Not Implemented: /)
})

it('should say what is wrong with the chat', async () => {
  const { client, createBot, bot, chat_id, error } = await startedChat()
  const stranger = await createBot()
  expect(await stranger.error('sendMessage', { chat_id, text: 'x' })).toBe('400 Bad Request: chat not found')
  await client.block(bot.username, chat_id)
  expect(await error({})).toBe('403 Forbidden: bot was blocked by the user')
})

it('should say what is wrong with the text', async () => {
  const { error } = await startedChat()
  expect(await error({ text: '' })).toBe('400 Bad Request: message text is empty')
  expect(await error({ text: 'x'.repeat(4097) })).toBe('400 Bad Request: message is too long')
  expect(await error({ text: 'a.', parse_mode: 'MarkdownV2' })).toBe(
    "400 Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
  )
})

it('should say what is wrong with an edit', async () => {
  const { bot, chat_id, error } = await startedChat()
  const { message_id } = await bot.ok<ChatMessage>('sendMessage', { chat_id, text: 'x' })
  expect(await error({ message_id }, 'editMessageText')).toBe(
    '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  )
  expect(await error({ message_id: 99 }, 'editMessageText')).toBe(
    '400 Bad Request: message to edit not found',
  )
})

it('should say what is wrong with a button or the answer to it', async () => {
  const { error, buttonError } = await startedChat()
  expect(await buttonError({ callback_data: 'я'.repeat(33) })).toBe('400 Bad Request: BUTTON_DATA_INVALID')
  expect(await buttonError({ copy_text: { text: 'x'.repeat(257) } })).toBe(
    '400 Bad Request: BUTTON_COPY_TEXT_INVALID',
  )
  expect(await buttonError({})).toBe(
    "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  )
  expect(await error({ callback_query_id: '1' }, 'answerCallbackQuery')).toBe(
    '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
  )
})

it('should end the first of two pollers, and every poller while a webhook is set', async () => {
  const { createBot } = await testEmulator()
  const bot = await createBot()
  const first = bot.error('getUpdates', { timeout: 30 })
  let isOver = false
  void first.finally(() => (isOver = true))
  await until(async () => {
    await bot.ok('getUpdates', { timeout: 1 })
    return isOver
  }, 'the first poller was ended')
  expect(await first).toBe(
    '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  )
  await bot.ok('setWebhook', { url: 'http://127.0.0.1:1/hook' })
  expect(await bot.error('getUpdates')).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  )
})

it('should tell when to try again after too many requests', async () => {
  const { client, bot, chat_id } = await startedChat()
  await client.addFault({ method: 'sendMessage', error_code: 429, retry_after: 7, times: 1 })
  expect(await bot.call('sendMessage', { chat_id, text: 'x' })).toEqual({
    ok: false,
    status: 429,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
})
