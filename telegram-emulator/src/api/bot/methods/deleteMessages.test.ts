import { expect, it } from 'vitest'

import { eventDuring } from '../../../testing/eventDuring.ts'
import { startedChat } from '../../../testing/startedChat.ts'

const DAY_MS = 24 * 3600 * 1000
const TOO_OLD = "400 Bad Request: message can't be deleted for everyone"

it('should delete own and incoming messages for both', async () => {
  const { url, bot, person, ok, sendText, messages } = await startedChat()
  const own = await sendText('one')
  const event = await eventDuring(url, 'delete', () => ok('deleteMessage', { message_id: own.message_id }))
  expect(event).toEqual({ type: 'delete', bot: bot.username, person, message_ids: [own.message_id] })
  await ok('deleteMessage', { message_id: 1 })
  expect(await messages()).toEqual([])
})

it('should take away the keyboard, the pin and the reactions with the message', async () => {
  const { ok, sendText, state } = await startedChat()
  const { message_id } = await sendText('one', { reply_markup: { keyboard: [['x']] } })
  await ok('pinChatMessage', { message_id })
  await ok('setMessageReaction', { message_id, reaction: [{ type: 'emoji', emoji: '👍' }] })
  await ok('deleteMessage', { message_id })
  expect(await state()).toMatchObject({ reply_keyboard: null, pinned_message_ids: [], reactions: {} })
})

it('should delete for 48 hours, also while the person blocks the bot', async () => {
  const { client, bot, person, ok, error, sendText } = await startedChat()
  const early = await sendText('one')
  await client.advanceClock(2 * DAY_MS - 60_000)
  await client.block(bot.username, person)
  await ok('deleteMessage', { message_id: early.message_id })
  await client.advanceClock(120_000)
  expect(await error('deleteMessage', { message_id: 1 })).toBe(TOO_OLD)
})

it('should delete a dice only after a day', async () => {
  const { client, ok, error } = await startedChat()
  const { message_id } = await ok<{ message_id: number }>('sendDice')
  expect(await error('deleteMessage', { message_id })).toBe(TOO_OLD)
  await client.advanceClock(DAY_MS)
  await ok('deleteMessage', { message_id })
})

it('should refuse wrong calls', async () => {
  const { bot, error } = await startedChat()
  expect(await bot.error('deleteMessage', { message_id: 1 })).toBe(
    '400 Bad Request: chat identifier is not specified',
  )
  expect(await error('deleteMessage')).toBe('400 Bad Request: message identifier is not specified')
  expect(await error('deleteMessage', { message_id: 99 })).toBe(
    '400 Bad Request: message to delete not found',
  )
  expect(await bot.error('deleteMessage', { chat_id: 5, message_id: 1 })).toBe(
    '400 Bad Request: chat not found',
  )
})

it('should delete many at once, passing over what is not there', async () => {
  const { ok, sendText, messages } = await startedChat()
  const sent = [await sendText('one'), await sendText('two'), await sendText('three')]
  const ids = sent.slice(0, 2).map(({ message_id }) => message_id)
  expect(await ok('deleteMessages', { message_ids: [...ids, 9999] })).toBe(true)
  expect((await messages()).map(({ text }) => text)).toEqual(['/start', 'three'])
})

it('should delete none of many when one cannot be deleted', async () => {
  const { client, error, sendText, messages } = await startedChat()
  await client.advanceClock(3 * DAY_MS)
  const { message_id } = await sendText('one')
  expect(await error('deleteMessages', { message_ids: [1, message_id] })).toBe(TOO_OLD)
  expect(await messages()).toHaveLength(2)
})

it('should refuse wrong lists', async () => {
  const { error } = await startedChat()
  const list = (message_ids: unknown) => error('deleteMessages', { message_ids })
  expect(await list(undefined)).toBe('400 Bad Request: message identifiers are not specified')
  expect(await list([])).toBe('400 Bad Request: message identifiers are not specified')
  expect(await list({})).toBe('400 Bad Request: expected an Array of message identifiers')
  expect(await list(Array.from({ length: 101 }, (_, i) => i + 1))).toBe(
    '400 Bad Request: too many message identifiers specified',
  )
  expect(await list([{}])).toBe('400 Bad Request: message identifier must be a Number')
  expect(await list(['x'])).toBe("400 Bad Request: can't parse message identifier as a Number")
  expect(await list([0])).toBe('400 Bad Request: invalid message identifier specified')
})
