import { describe, expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { testEmulator } from '../../../testing/testEmulator.ts'

async function startedChat() {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const person = await emulator.startedBy(bot)
  const send = (reply_markup: unknown) =>
    bot.ok<ChatMessage>('sendMessage', { chat_id: person, text: 'x', reply_markup })
  const error = (reply_markup: unknown) =>
    bot.error('sendMessage', { chat_id: person, text: 'x', reply_markup })
  const shown = async () => (await emulator.client.chatState(bot.username, person)).reply_keyboard
  return { ...emulator, bot, person, send, error, shown }
}

describe('a reply keyboard', () => {
  it('should stand below the chat and not in the message', async () => {
    const { send, shown } = await startedChat()
    const message = await send({
      keyboard: [
        ['Yes', { text: 'No', style: 'danger' }],
        [{ text: 'Phone', request_contact: true }],
        [{ text: 'People', request_users: { request_id: 1, request_name: true } }],
        [],
        [{ text: '' }],
      ],
      resize_keyboard: true,
      one_time_keyboard: false,
      input_field_placeholder: 'Choose',
      selective: true,
    })
    expect(message).not.toHaveProperty('reply_markup')
    expect(await shown()).toEqual({
      keyboard: [
        [{ text: 'Yes' }, { text: 'No', style: 'danger' }],
        [{ text: 'Phone', request_contact: true }],
        [{ text: 'People', request_users: { request_id: 1, request_name: true, max_quantity: 1 } }],
      ],
      resize_keyboard: true,
      input_field_placeholder: 'Choose',
    })
  })

  it('should be replaced by the next one, stay otherwise, and go with ReplyKeyboardRemove', async () => {
    const { send, shown } = await startedChat()
    await send({ keyboard: [['A']] })
    await send({ keyboard: [['B']], is_persistent: true })
    await send({ inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] })
    await send(undefined)
    expect(await shown()).toEqual({ keyboard: [[{ text: 'B' }]], is_persistent: true })
    await send({ remove_keyboard: true })
    expect(await shown()).toBeNull()
  })

  it('should leave out what is beyond 12 buttons in a row and 300 in all', async () => {
    const { send, shown } = await startedChat()
    await send({ keyboard: Array.from({ length: 30 }, () => Array.from({ length: 14 }, (_, i) => `${i}`)) })
    const markup = await shown()
    const rows = markup && 'keyboard' in markup ? markup.keyboard : []
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 25 }, () => 12))
  })

  it('should be refused when it is wrong', async () => {
    const { error } = await startedChat()
    const button = (fields: object) => error({ keyboard: [[{ text: 'x', ...fields }]] })
    expect(await error('[]')).toBe('400 Bad Request: object expected as reply markup')
    expect(await error('{')).toBe("400 Bad Request: can't parse reply keyboard markup JSON object")
    expect(await error({ keyboard: 1 })).toBe('400 Bad Request: field "keyboard" must be of type Array')
    expect(await error({ keyboard: ['x'] })).toBe(
      '400 Bad Request: field "keyboard" must be an Array of Arrays',
    )
    const parse = "400 Bad Request: can't parse keyboard button: "
    expect(await error({ keyboard: [[1]] })).toBe(`${parse}KeyboardButton must be a String or an Object`)
    expect(await error({ keyboard: [[{}]] })).toBe(`${parse}Can't find field "text"`)
    expect(await button({ style: 'red' })).toBe(`${parse}invalid button style specified`)
    expect(await button({ request_users: {} })).toBe(`${parse}Can't find field "request_id"`)
    expect(await button({ request_chat: 1 })).toBe(`${parse}Field "request_chat" must be of type Object`)
    expect(await button({ request_contact: true, request_location: true })).toBe(
      `${parse}at most one action is allowed, but there are request_contact and request_location`,
    )
    expect(await button({ web_app: { url: 'http://example.org' } })).toBe(
      "400 Bad Request: keyboard button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed",
    )
    expect(await error({ keyboard: [['x']], input_field_placeholder: 'x'.repeat(65) })).toMatch(
      /^400 .*placeholder/,
    )
  })
})

it('should show the interface of a reply for ForceReply', async () => {
  const { send, shown } = await startedChat()
  await send({ force_reply: true, input_field_placeholder: 'Your name', selective: true })
  expect(await shown()).toEqual({ force_reply: true, input_field_placeholder: 'Your name' })
})

it('should refuse every keyboard but an inline one in an edit', async () => {
  const { bot, person, send } = await startedChat()
  const { message_id } = await send(undefined)
  const edit = { chat_id: person, message_id, text: 'y' }
  expect(await bot.error('editMessageText', { ...edit, reply_markup: { keyboard: [['x']] } })).toBe(
    '400 Bad Request: inline keyboard expected',
  )
})

describe('an inline keyboard', () => {
  it('should take every action that a private chat knows', async () => {
    const { send } = await startedChat()
    const inline_keyboard = [
      { url: 'tg://user?id=1' },
      { url: 'http://localhost:3000/a' },
      { callback_data: 'x', style: 'success' },
      { web_app: { url: 'https://example.org/' } },
      { copy_text: { text: 'x' } },
      { login_url: { url: 'https://example.org/', bot_username: '@a_bot' } },
      { switch_inline_query: '' },
      { switch_inline_query_current_chat: 'x' },
      { switch_inline_query_chosen_chat: { allow_user_chats: true } },
      { disabled: {} },
    ].map((action) => [{ text: 'x', ...action }])
    expect((await send({ inline_keyboard })).reply_markup).toEqual({ inline_keyboard })
  })

  it('should come back with its links as Telegram writes them', async () => {
    const { send } = await startedChat()
    const link = async (action: object) => {
      const { reply_markup } = await send({ inline_keyboard: [[{ text: 'x', ...action }]] })
      return reply_markup
    }
    expect(await link({ url: 'EXAMPLE.org?a b' })).toEqual({
      inline_keyboard: [[{ text: 'x', url: 'http://example.org/?a%20b' }]],
    })
    expect(await link({ web_app: { url: 'HTTPS://example.org' } })).toEqual({
      inline_keyboard: [[{ text: 'x', web_app: { url: 'https://example.org/' } }]],
    })
  })

  it('should be refused when a button is wrong', async () => {
    const { error } = await startedChat()
    const button = (fields: object) => error({ inline_keyboard: [[{ text: 'x', ...fields }]] })
    const parse = "400 Bad Request: can't parse inline keyboard button: "
    expect(await button({ callback_data: 'x', style: 'red' })).toBe(`${parse}invalid button style specified`)
    expect(await button({ login_url: { url: 'https://x.org', bot_username: 'a b' } })).toBe(
      `${parse}LoginUrl bot username is invalid`,
    )
    expect(await button({ login_url: { url: 'ftp://x.org' } })).toBe(
      "400 Bad Request: inline keyboard button login URL 'ftp://x.org' is invalid: Unsupported URL protocol",
    )
    expect(await button({ switch_inline_query: {} })).toBe(
      `${parse}Field "switch_inline_query" must be of type String`,
    )
    expect(await button({ switch_inline_query_chosen_chat: {} })).toBe(
      '400 Bad Request: at least one chat type must be allowed',
    )
    expect(await button({ disabled: true })).toBe(`${parse}Field "disabled" must be of type Object`)
    expect(await button({ pay: true })).toBe('400 Bad Request: BUTTON_TYPE_INVALID')
    const after = [[{ text: 'x', callback_data: 'x' }], [{ text: 'Pay', pay: true }]]
    expect(await error({ inline_keyboard: after })).toBe('400 Bad Request: BUTTON_POS_INVALID')
  })
})

it('should not let messages be edited that brought or removed another keyboard', async () => {
  const { bot, person, send } = await startedChat()
  for (const reply_markup of [{ keyboard: [['x']] }, { remove_keyboard: true }, { force_reply: true }]) {
    const { message_id } = await send(reply_markup)
    expect(await bot.error('editMessageText', { chat_id: person, message_id, text: 'y' })).toBe(
      "400 Bad Request: message can't be edited",
    )
  }
})

it('should leave out inline buttons without a text and those beyond 12 in a row', async () => {
  const { send, error } = await startedChat()
  const button = { text: 'a', callback_data: 'a' }
  const row = [{ ...button, text: '' }, ...Array.from({ length: 13 }, () => button)]
  const { reply_markup } = await send({ inline_keyboard: [row] })
  expect(reply_markup?.inline_keyboard[0]).toEqual(Array.from({ length: 12 }, () => button))
  const icon = { ...button, text: '', icon_custom_emoji_id: '1' }
  expect(await error({ inline_keyboard: [[icon]] })).toBe(
    '400 Bad Request: inline keyboard button text must be non-empty',
  )
})

it('should refuse flags that are no booleans, and know their former names', async () => {
  const { send, error, shown } = await startedChat()
  expect(await error({ remove_keyboard: 'true' })).toBe(
    '400 Bad Request: field "remove_keyboard" must be of type Boolean',
  )
  await send({ force_reply_keyboard: true })
  expect(await shown()).toEqual({ force_reply: true })
  await send({ hide_keyboard: true })
  expect(await shown()).toBeNull()
})
