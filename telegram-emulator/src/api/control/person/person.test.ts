import type { Update } from '@grammyjs/types'
import { describe, expect, it } from 'vitest'

import { startedChat } from '../../../testing/startedChat.ts'

const THUMB = { type: 'emoji', emoji: '👍' } as const
const HEART = { type: 'emoji', emoji: '❤' } as const

/** With what the bot is told after its start. */
async function chatWithUpdates() {
  const chat = await startedChat()
  let offset = 0
  const updates = async () => {
    const found = await chat.bot.ok<Update[]>('getUpdates', { offset })
    offset = (found.at(-1)?.update_id ?? offset - 1) + 1
    return found
  }
  await updates()
  return { ...chat, updates, at: [chat.bot.username, chat.person] as const }
}

describe('the keyboard below the chat', () => {
  it('should send a pressed button as its text', async () => {
    const { client, at, ok, updates } = await chatWithUpdates()
    await ok('sendMessage', {
      text: 'x',
      reply_markup: { keyboard: [['Yes', 'No']], one_time_keyboard: true },
    })
    expect(await client.press(...at, 'No')).toMatchObject({ text: 'No' })
    expect(await updates()).toMatchObject([{ message: { text: 'No' } }])
    await expect(client.press(...at, 'Maybe')).rejects.toThrow(
      '404: text: the keyboard has no button "Maybe"',
    )
  })

  it("should share the person's contact and location in answer to the button", async () => {
    const { client, at, person, sendText } = await chatWithUpdates()
    const keyboard = [
      [
        { text: 'Phone', request_contact: true },
        { text: 'Place', request_location: true },
      ],
    ]
    const { message_id } = await sendText('Who are you?', { reply_markup: { keyboard } })
    const contact = {
      user_id: person,
      first_name: 'Ann',
      phone_number: expect.stringMatching(/^99966/) as string,
    }
    const asked = { reply_to_message: { message_id } }
    expect(await client.press(...at, 'Phone')).toMatchObject({ contact, ...asked })
    expect(await client.send(...at, { contact: true })).toMatchObject({ contact, ...asked })
    const location = { latitude: 1, longitude: 2 }
    await expect(client.press(...at, 'Place')).rejects.toThrow(
      '400: text: the button "Place" asks for a location',
    )
    expect(await client.send(...at, { location })).toMatchObject({ location, ...asked })
    const other = { phone_number: '+1', first_name: 'Ben' }
    const sent = await client.send(...at, { contact: other })
    expect(sent.contact).toEqual(other)
    expect(sent).not.toHaveProperty('reply_to_message')
  })

  it('should share people whom a button asks for, as much of them as it asks for', async () => {
    const { client, at, person, sendText } = await chatWithUpdates()
    const request = { request_id: 7, user_is_bot: false, request_name: true, max_quantity: 2 }
    await sendText('Who?', { reply_markup: { keyboard: [[{ text: 'People', request_users: request }]] } })
    const share = (request_id: number, ...user_ids: number[]) =>
      client.send(...at, { users_shared: { request_id, user_ids } })
    expect((await share(7, person)).users_shared).toEqual({
      request_id: 7,
      users: [{ user_id: person, first_name: 'Ann' }],
    })
    const { id: bot } = await client.bot(at[0])
    await expect(share(7, bot)).rejects.toThrow('is a bot')
    await expect(share(7, 1, 2, 3)).rejects.toThrow('at most 2')
    await expect(share(8, person)).rejects.toThrow('no button asks for people with 8')
    await expect(client.press(...at, 'People')).rejects.toThrow('asks to choose people')
  })

  it('should say what it cannot carry out', async () => {
    const { client, at, sendText } = await chatWithUpdates()
    const keyboard = [
      [{ text: 'Chat', request_chat: { request_id: 1, chat_is_channel: false } }],
      [{ text: 'Poll', request_poll: {} }],
    ]
    await sendText('x', { reply_markup: { keyboard } })
    await expect(client.press(...at, 'Chat')).rejects.toThrow('501: text: the button "Chat" has request_chat')
    await expect(client.press(...at, 'Poll')).rejects.toThrow('501: text: the button "Poll" has request_poll')
  })
})

describe('a reply', () => {
  it('should name the message that the person chose', async () => {
    const { client, at, sendText, updates } = await chatWithUpdates()
    const { message_id } = await sendText('one')
    await client.send(...at, { text: 'two', reply_to_message_id: message_id })
    expect(await updates()).toMatchObject([{ message: { text: 'two', reply_to_message: { text: 'one' } } }])
    await expect(client.send(...at, { text: 'x', reply_to_message_id: 99 })).rejects.toThrow(
      '404: reply_to_message_id',
    )
  })

  it('should come by itself once where the bot forces it', async () => {
    const { client, at, sendText, state } = await chatWithUpdates()
    await sendText('Name?', { reply_markup: { force_reply: true } })
    expect(await client.send(...at, 'Ann')).toMatchObject({ reply_to_message: { text: 'Name?' } })
    expect(await state()).toMatchObject({ reply_keyboard: null })
    expect(await client.send(...at, 'Lee')).not.toHaveProperty('reply_to_message')
    await sendText('Age?', { reply_markup: { force_reply: true } })
    expect(await client.send(...at, { text: 'x', reply_to_message_id: null })).not.toHaveProperty(
      'reply_to_message',
    )
  })
})

it('should open a deep link', async () => {
  const { client, at } = await chatWithUpdates()
  expect(await client.start(...at, 'lesson_1-a')).toMatchObject({
    text: '/start lesson_1-a',
    entities: [{ type: 'bot_command' }],
  })
  await expect(client.start(...at, 'a b')).rejects.toThrow('400: payload')
  await expect(client.start(...at, 'x'.repeat(65))).rejects.toThrow('400: payload')
})

describe('an edit by the person', () => {
  it('should reach the bot as edited_message', async () => {
    const { client, at, updates } = await chatWithUpdates()
    const { message_id, date } = await client.send(...at, '#one')
    await updates()
    await client.advanceClock(10_000)
    const edited = await client.edit(...at, message_id, 'two')
    expect(edited).toMatchObject({ message_id, date, text: 'two' })
    expect(edited.edit_date).toBeGreaterThanOrEqual(date + 10)
    expect(edited).not.toHaveProperty('entities')
    expect(await updates()).toMatchObject([{ edited_message: edited }])
  })

  it('should be refused for others, after 48 hours, and without a change', async () => {
    const { client, at, sendText } = await chatWithUpdates()
    const { message_id } = await sendText('one')
    await expect(client.edit(...at, message_id, 'x')).rejects.toThrow(
      '409: message_id: the message is not of',
    )
    await expect(client.edit(...at, 1, '/start')).rejects.toThrow('409: text: nothing is changed')
    await expect(client.edit(...at, 99, 'x')).rejects.toThrow('404: message_id')
    const { message_id: place } = await client.send(...at, { location: { latitude: 1, longitude: 1 } })
    await expect(client.edit(...at, place, 'x')).rejects.toThrow('neither a text nor a caption')
    await client.advanceClock(49 * 3600 * 1000)
    await expect(client.edit(...at, 1, 'x')).rejects.toThrow('older than 48 hours')
  })
})

describe('a deletion by the person', () => {
  it('should hide messages from the person alone', async () => {
    const { client, at, ok, sendText, messages, updates, state } = await chatWithUpdates()
    const { message_id } = await sendText('one')
    await ok('pinChatMessage', { message_id })
    await updates()
    await client.delete(...at, [message_id, 99])
    expect(await updates()).toEqual([])
    expect((await messages()).map((message) => message.message_id)).not.toContain(message_id)
    expect(await state()).toMatchObject({ pinned_message_ids: [] })
    expect(await ok('editMessageText', { message_id, text: 'two' })).toMatchObject({ text: 'two' })
    expect((await messages()).map((message) => message.message_id)).not.toContain(message_id)
    await expect(client.react(...at, message_id, [THUMB])).rejects.toThrow('404')
  })

  it('should clear the whole chat with its keyboard, and leave the bot free to write', async () => {
    const { client, at, sendText, messages, updates, state } = await chatWithUpdates()
    await sendText('one', { reply_markup: { keyboard: [['x']] } })
    await client.deleteChat(...at)
    expect(await messages()).toEqual([])
    expect(await state()).toMatchObject({ reply_keyboard: null, is_blocked: false })
    expect(await client.chats()).toMatchObject([{ last_message: null }])
    await sendText('two')
    expect(await messages()).toMatchObject([{ text: 'two' }])
    expect(await updates()).toEqual([])
  })

  it('should block the bot as well when asked to', async () => {
    const { client, at, error, updates } = await chatWithUpdates()
    await client.deleteChat(...at, { block: true })
    expect(await updates()).toMatchObject([{ my_chat_member: { new_chat_member: { status: 'kicked' } } }])
    expect(await error('sendMessage', { text: 'x' })).toBe('403 Forbidden: bot was blocked by the user')
  })
})

describe('a reaction', () => {
  it('should be told to a bot that asks for it, once for each change', async () => {
    const { client, at, bot, person, updates, state } = await chatWithUpdates()
    await client.react(...at, 1, [HEART])
    await bot.ok('getUpdates', { allowed_updates: ['message', 'message_reaction'] })
    await client.react(...at, 1, [THUMB])
    await client.react(...at, 1, [THUMB])
    expect(await state()).toMatchObject({ reactions: { 1: { bot: [], person: [THUMB] } } })
    await client.react(...at, 1, [])
    expect(await state()).toMatchObject({ reactions: {} })
    const common = { chat: { id: person }, message_id: 1, user: { id: person } }
    expect(await updates()).toMatchObject([
      { message_reaction: { ...common, old_reaction: [HEART], new_reaction: [THUMB] } },
      { message_reaction: { ...common, old_reaction: [THUMB], new_reaction: [] } },
    ])
    await expect(client.react(...at, 1, [THUMB, HEART])).rejects.toThrow('at most 1')
  })

  it('should be put by the bot beside that of the person', async () => {
    const { client, at, ok, error, state } = await chatWithUpdates()
    await client.react(...at, 1, [HEART])
    await ok('setMessageReaction', { message_id: 1, reaction: [THUMB], is_big: true })
    expect(await state()).toMatchObject({ reactions: { 1: { bot: [THUMB], person: [HEART] } } })
    await ok('setMessageReaction', { message_id: 1 })
    expect(await state()).toMatchObject({ reactions: { 1: { bot: [], person: [HEART] } } })
    const wrong = (reaction: unknown) => error('setMessageReaction', { message_id: 1, reaction })
    expect(await wrong([THUMB, HEART])).toBe('400 Bad Request: REACTIONS_TOO_MANY')
    expect(await wrong([{ type: 'emoji', emoji: '🚀' }])).toBe('400 Bad Request: REACTION_INVALID')
    expect(await wrong([{ type: 'paid' }])).toBe(
      "400 Bad Request: can't parse ReactionType: invalid reaction type specified",
    )
    expect(await wrong({})).toBe('400 Bad Request: expected an Array of ReactionType')
    expect(await error('setMessageReaction', { message_id: 99 })).toBe(
      '400 Bad Request: message to react not found',
    )
  })
})

it('should tell the bot nothing of its first start but the message', async () => {
  const { bot } = await startedChat()
  const updates = await bot.ok<Update[]>('getUpdates')
  expect(updates).toMatchObject([{ message: { text: '/start' } }])
})

it('should take exactly one kind of content', async () => {
  const { url, at } = await chatWithUpdates()
  const answer = await fetch(`${url}/emulator/chats/${at[0]}/${at[1]}/send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text": "x", "contact": true}',
  })
  expect(await answer.json()).toEqual({
    error:
      'body: expected exactly one of text, contact, location, users_shared, photo, video, audio, document, ' +
      'animation, voice, video_note',
  })
})
