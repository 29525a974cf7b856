import { describe, expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { testEmulator } from '../../../testing/testEmulator.ts'

async function startedChat() {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const person = await emulator.startedBy(bot)
  const send = (parameters: object) => bot.ok<ChatMessage>('sendMessage', { chat_id: person, ...parameters })
  const error = (parameters: object) =>
    bot.error('sendMessage', { chat_id: person, text: 'hello', ...parameters })
  return { ...emulator, bot, person, send, error }
}

describe('the chat', () => {
  it('should not be found until the person has written to the bot', async () => {
    const { client, createBot } = await testEmulator()
    const bot = await createBot()
    const { id } = await client.createPerson({ first_name: 'Ann' })
    expect(await bot.error('sendMessage', { chat_id: id, text: 'x' })).toBe('400 Bad Request: chat not found')
    await client.send(bot.username, id, 'hello')
    expect(await bot.ok('sendMessage', { chat_id: String(id), text: 'x' })).toMatchObject({ chat: { id } })
  })

  it('should be refused when it is missing or wrong', async () => {
    const { error } = await startedChat()
    expect(await error({ chat_id: '' })).toBe('400 Bad Request: chat_id is empty')
    for (const chat_id of [0, -1, '@nobody', 'not_a_chat']) {
      expect(await error({ chat_id })).toBe('400 Bad Request: chat not found')
    }
  })

  it('should refuse with 403 while the person blocks the bot', async () => {
    const { client, bot, person, error, send } = await startedChat()
    await client.block(bot.username, person)
    expect(await error({})).toBe('403 Forbidden: bot was blocked by the user')
    await client.unblock(bot.username, person)
    expect(await send({ text: 'back' })).toMatchObject({ text: 'back' })
  })
})

describe('the text', () => {
  it('should be refused when it is empty, blank or too long', async () => {
    const { error } = await startedChat()
    expect(await error({ text: '' })).toBe('400 Bad Request: message text is empty')
    expect(await error({ text: ' \n ' })).toBe('400 Bad Request: text must be non-empty')
    expect(await error({ text: 'x'.repeat(4097) })).toBe('400 Bad Request: message is too long')
    // An emoji takes two UTF-16 units.
    expect(await error({ text: '🙂'.repeat(2049) })).toBe('400 Bad Request: message is too long')
    expect(await error({ parse_mode: 'BBCode' })).toBe('400 Bad Request: unsupported parse_mode')
  })

  it('should be trimmed with its entities, and be counted after that', async () => {
    const { send } = await startedChat()
    const message = await send({
      text: `  bold${' '.repeat(10)}\n`,
      entities: [{ type: 'bold', offset: 2, length: 4 }],
    })
    expect(message).toMatchObject({ text: 'bold', entities: [{ type: 'bold', offset: 0, length: 4 }] })
    expect((await send({ text: ` ${'x'.repeat(4096)} ` })).text).toHaveLength(4096)
  })

  it('should come back with the commands and links that Telegram finds', async () => {
    const { send } = await startedChat()
    const { entities } = await send({ text: 'see https://example.org/a. or /help, not a/b' })
    expect(entities).toEqual([
      { type: 'url', offset: 4, length: 21 },
      { type: 'bot_command', offset: 30, length: 5 },
    ])
  })

  it.each([
    [
      { type: 'bold', offset: 100, length: 1 },
      'entity begins after the end of the text at UTF-16 offset 100',
    ],
    [
      { type: 'bold', offset: 0, length: 100 },
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
    ],
    [{ type: 'bold', offset: -1, length: 1 }, 'receive an entity with incorrect offset -1'],
    [{ type: 'bold', offset: 0, length: -1 }, 'receive an entity with incorrect length -1'],
    [{ type: 'shiny', offset: 0, length: 1 }, "can't parse MessageEntity: Unsupported type specified"],
    [{ type: 'bold', length: 1 }, 'can\'t parse MessageEntity: Can\'t find field "offset"'],
    [{ type: 'text_link', offset: 0, length: 1 }, 'can\'t parse MessageEntity: Can\'t find field "url"'],
    [
      { type: 'text_link', offset: 0, length: 5, url: 'no-url' },
      "entity URL 'no-url' is invalid: Wrong HTTP URL",
    ],
    [{ type: 'text_mention', offset: 0, length: 4, user: { id: 0 } }, 'user not found'],
    [
      { type: 'custom_emoji', offset: 0, length: 1, custom_emoji_id: 'x' },
      'can\'t parse MessageEntity: Field "custom_emoji_id" must be a valid Number',
    ],
    [
      { type: 'bold', offset: 7, length: 1 },
      'entity begins in a middle of a UTF-16 symbol at byte offset 10',
    ],
    [
      { type: 'bold', offset: 6, length: 1 },
      'entity beginning at UTF-16 offset 6 ends in a middle of a UTF-16 symbol at byte offset 10',
    ],
  ])('should be refused with the bad entity %j', async (entity, description) => {
    const { error } = await startedChat()
    expect(await error({ text: 'hello 🙂', entities: [entity] })).toBe(`400 Bad Request: ${description}`)
  })
})

describe('the inline keyboard', () => {
  const key = (button: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'key', ...button }]] } })

  it('should allow 64 bytes of callback_data, not characters', async () => {
    const { send, error } = await startedChat()
    expect(await send({ text: 'x', ...key({ callback_data: 'я'.repeat(32) }) })).toMatchObject({
      reply_markup: { inline_keyboard: [[{ text: 'key' }]] },
    })
    expect(await error(key({ callback_data: 'я'.repeat(33) }))).toBe('400 Bad Request: BUTTON_DATA_INVALID')
  })

  it.each([
    [{}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
    [
      { callback_data: '' },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      { callback_data: 'a', url: 'https://a.org' },
      "can't parse inline keyboard button: exactly one action is allowed, but there are url and callback_data",
    ],
    [{ url: 'not-a-url' }, "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL"],
    [{ url: 'ftp://a.org' }, "inline keyboard button URL 'ftp://a.org' is invalid: Unsupported URL protocol"],
    [
      { web_app: { url: 'http://a.org' } },
      "inline keyboard button Web App URL 'http://a.org' is invalid: Only HTTPS links are allowed",
    ],
    [{ copy_text: { text: '' } }, 'BUTTON_COPY_TEXT_INVALID'],
  ])('should refuse the button %j', async (button, description) => {
    const { error } = await startedChat()
    expect(await error(key(button))).toBe(`400 Bad Request: ${description}`)
  })

  it('should refuse a wrong shape', async () => {
    const { error } = await startedChat()
    expect(await error({ reply_markup: '{' })).toBe(
      "400 Bad Request: can't parse reply keyboard markup JSON object",
    )
    expect(await error({ reply_markup: [] })).toBe('400 Bad Request: object expected as reply markup')
    expect(await error({ reply_markup: { inline_keyboard: 'x' } })).toBe(
      '400 Bad Request: field "inline_keyboard" must be of type Array',
    )
    expect(await error({ reply_markup: { inline_keyboard: [[{ callback_data: 'x' }]] } })).toBe(
      '400 Bad Request: can\'t parse inline keyboard button: Can\'t find field "text"',
    )
  })
})

it('should show the message that is replied to, and refuse one that is not there', async () => {
  const { send, error } = await startedChat()
  expect(await send({ text: 'answer', reply_parameters: { message_id: 1 } })).toMatchObject({
    reply_to_message: { message_id: 1, text: '/start' },
  })
  expect(await error({ reply_parameters: { message_id: 99 } })).toBe(
    '400 Bad Request: message to be replied not found',
  )
  const lenient = { message_id: 99, allow_sending_without_reply: true }
  expect(await send({ text: 'x', reply_parameters: lenient })).not.toHaveProperty('reply_to_message')
})
