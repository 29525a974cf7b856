import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { testEmulator } from '../../../testing/testEmulator.ts'
import { webhookReceiver } from '../../../testing/webhookReceiver.ts'

const TOO_OLD = '400 Bad Request: query is too old and response timeout expired or query ID is invalid'
const reply_markup = {
  inline_keyboard: [
    [
      { text: 'Next', callback_data: 'next' },
      { text: 'Site', url: 'https://example.org' },
    ],
  ],
}

async function messageWithKeys(options?: Parameters<typeof testEmulator>[0]) {
  const emulator = await testEmulator(options)
  const bot = await emulator.createBot()
  const hook = await webhookReceiver()
  await bot.ok('setWebhook', { url: hook.url })
  const person = await emulator.startedBy(bot)
  const message = await bot.ok<ChatMessage>('sendMessage', { chat_id: person, text: 'x', reply_markup })
  await hook.waitFor(1)
  const tap = (target: { text: string } | { data: string }) =>
    emulator.client.tap(bot.username, person, { message_id: message.message_id, ...target })
  return { ...emulator, bot, hook, person, message, tap }
}

it('should bring the tap to the bot and its answer to the person', async () => {
  const { bot, hook, tap, message, person } = await messageWithKeys()
  hook.handle = async ({ callback_query: query }) => {
    await bot.ok('answerCallbackQuery', { callback_query_id: query?.id, text: 'Done', show_alert: true })
    return undefined
  }
  expect(await tap({ text: 'Next' })).toEqual({ text: 'Done', show_alert: true })
  expect(hook.received[1]?.update.callback_query).toMatchObject({
    id: expect.stringMatching(/^\d{18,19}$/) as string,
    from: { id: person, first_name: 'Ann' },
    message,
    data: 'next',
    chat_instance: expect.any(String) as string,
  })
  expect(await tap({ data: 'older' })).toMatchObject({ text: 'Done' })
})

it('should answer a url button at once', async () => {
  const { tap, hook } = await messageWithKeys()
  expect(await tap({ text: 'Site' })).toEqual({ url: 'https://example.org/' })
  expect(hook.received).toHaveLength(1)
})

it('should say what is wrong with a tap', async () => {
  const { client, bot, person, tap } = await messageWithKeys()
  await expect(tap({ text: 'Back' })).rejects.toThrow(
    '404: text: message 2 has no button "Back"; it has: "Next", "Site"',
  )
  await expect(tap({ data: 'я'.repeat(40) })).rejects.toThrow('400: data: expected 1–64 bytes, not 80')
  await expect(client.tap(bot.username, person, { message_id: 9, text: 'a' })).rejects.toThrow(
    '404: message_id',
  )
  await expect(client.tap(bot.username, person, { message_id: 1, text: 'a' })).rejects.toThrow(
    "not the bot's",
  )
})

it('should refuse an answer to an unknown, foreign or expired query, and a text over 200 characters', async () => {
  const { client, createBot, bot, hook, tap } = await messageWithKeys()
  expect(await bot.error('answerCallbackQuery', { callback_query_id: '1' })).toBe(TOO_OLD)
  const answered = tap({ text: 'Next' })
  const seen = expect(answered).resolves.toEqual({ text: 'first' })
  await hook.waitFor(2)
  const callback_query_id = hook.received[1]?.update.callback_query?.id
  const other = await createBot()
  expect(await other.error('answerCallbackQuery', { callback_query_id })).toBe(TOO_OLD)
  const answer = { callback_query_id, text: 'x'.repeat(201) }
  expect(await bot.error('answerCallbackQuery', answer)).toBe('400 Bad Request: MESSAGE_TOO_LONG')
  expect(await bot.error('answerCallbackQuery', { callback_query_id, url: 'https://example.org' })).toBe(
    '400 Bad Request: URL_INVALID',
  )
  await bot.ok('answerCallbackQuery', { callback_query_id, text: 'first' })
  await seen
  // A redelivered update is answered once more: Telegram does not mind, and the person has seen the first one.
  expect(await bot.ok('answerCallbackQuery', { callback_query_id, text: 'second' })).toBe(true)
  await client.advanceClock(151_000)
  expect(await bot.error('answerCallbackQuery', { callback_query_id })).toBe(TOO_OLD)
})

it('should not wait for ever for a bot that does not answer', async () => {
  const { tap } = await messageWithKeys({ limits: { tapMs: 50 } })
  await expect(tap({ text: 'Next' })).rejects.toThrow(
    '504: @test_1_bot did not call answerCallbackQuery within 0.05 s',
  )
})

it('should ask the bot twice when a button is tapped twice', async () => {
  const { bot, hook, tap } = await messageWithKeys()
  const taps = [tap({ text: 'Next' }), tap({ text: 'Next' })]
  await hook.waitFor(2)
  await bot.ok('answerCallbackQuery', {
    callback_query_id: hook.received[1]?.update.callback_query?.id,
    text: '1',
  })
  await hook.waitFor(3)
  await bot.ok('answerCallbackQuery', {
    callback_query_id: hook.received[2]?.update.callback_query?.id,
    text: '2',
  })
  expect((await Promise.all(taps)).map(({ text }) => text).sort()).toEqual(['1', '2'])
})

it('should answer from the cache of the app for cache_time', async () => {
  const { client, bot, hook, tap } = await messageWithKeys()
  hook.handle = async ({ callback_query: query }) => {
    await bot.ok('answerCallbackQuery', { callback_query_id: query?.id, text: query?.data, cache_time: 60 })
    return undefined
  }
  for (let i = 0; i < 2; i++) expect(await tap({ text: 'Next' })).toEqual({ text: 'next' })
  expect(hook.received).toHaveLength(2)
  expect(await tap({ data: 'other' })).toEqual({ text: 'other' })
  await client.advanceClock(61_000)
  await tap({ text: 'Next' })
  expect(hook.received).toHaveLength(4)
})

it('should do at once what needs no bot, and say what it cannot do', async () => {
  const { client, bot, person } = await messageWithKeys()
  const inline_keyboard = [
    [
      { text: 'Copy', copy_text: { text: 'code' } },
      { text: 'Off', disabled: {} },
    ],
    [
      { text: 'App', web_app: { url: 'https://example.org' } },
      { text: 'Inline', switch_inline_query: 'x' },
      { text: 'Login', login_url: { url: 'https://example.org' } },
    ],
  ]
  const { message_id } = await bot.ok<ChatMessage>('sendMessage', {
    chat_id: person,
    text: 'x',
    reply_markup: { inline_keyboard },
  })
  const tap = (text: string) => client.tap(bot.username, person, { message_id, text })
  expect(await tap('Copy')).toEqual({ copied: 'code' })
  expect(await tap('Off')).toEqual({})
  await expect(tap('App')).rejects.toThrow('400: text: the button "App" opens a Mini App')
  await expect(tap('Inline')).rejects.toThrow('501: text: the button "Inline" has switch_inline_query')
  await expect(tap('Login')).rejects.toThrow('501: text: the button "Login" has login_url')
})
