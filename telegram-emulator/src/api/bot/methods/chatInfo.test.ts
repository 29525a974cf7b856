import { expect, it } from 'vitest'

import { eventDuring } from '../../../testing/eventDuring.ts'
import { startedChat } from '../../../testing/startedChat.ts'

it('should describe the chat and its two members, also while the person blocks the bot', async () => {
  const { client, bot, person, ok, error } = await startedChat()
  await client.block(bot.username, person)
  expect(await ok('getChat')).toMatchObject({ id: person, type: 'private', first_name: 'Ann' })
  expect(await ok('getChatMemberCount')).toBe(2)
  const member = await ok<{ user: object }>('getChatMember', { user_id: person })
  expect(member).toMatchObject({ status: 'member', user: { id: person } })
  expect(member.user).not.toHaveProperty('language_code')
  const { id } = await bot.ok<{ id: number }>('getMe')
  expect(await ok('getChatMember', { user_id: id })).toMatchObject({ user: { id, is_bot: true } })
  expect(await error('getChatMember', { user_id: 5 })).toBe('400 Bad Request: member not found')
  expect(await error('getChatMember')).toBe('400 Bad Request: invalid user_id specified')
  expect(await error('getChatAdministrators')).toBe(
    '400 Bad Request: there are no administrators in the private chat',
  )
  expect(await ok('getUserProfilePhotos', { user_id: person })).toEqual({ total_count: 0, photos: [] })
  expect(await error('getUserProfilePhotos', { user_id: 5 })).toBe('400 Bad Request: user not found')
})

it('should show what the bot is doing', async () => {
  const { url, bot, person, ok, error } = await startedChat()
  const event = await eventDuring(url, 'action', () => ok('sendChatAction', { action: 'UPLOAD_AUDIO' }))
  expect(event).toEqual({ type: 'action', bot: bot.username, person, action: 'upload_voice' })
  expect(await error('sendChatAction', { action: 'sing' })).toBe(
    '400 Bad Request: wrong parameter action in request',
  )
})

it('should show a draft and keep nothing of it', async () => {
  const { url, bot, person, ok, error, messages } = await startedChat()
  const event = await eventDuring(url, 'draft', () =>
    ok('sendMessageDraft', { draft_id: 7, text: 'https://example.org' }),
  )
  expect(event).toMatchObject({
    bot: bot.username,
    person,
    draft_id: 7,
    message: { text: 'https://example.org', entities: [{ type: 'url' }] },
  })
  expect(await ok('sendMessageDraft', { draft_id: 7, text: '' })).toBe(true)
  expect(await error('sendMessageDraft', { draft_id: 0, text: 'x' })).toMatch(/^400/)
  expect(await error('sendMessageDraft', { draft_id: 1, text: 'x'.repeat(4097) })).toBe(
    '400 Bad Request: message is too long',
  )
  expect(await messages()).toHaveLength(1)
})

it('should log the bot out for ten minutes', async () => {
  const { client, bot, sendText } = await startedChat()
  expect(await bot.ok('close')).toBe(true)
  expect(await bot.ok('logOut')).toBe(true)
  expect(await bot.error('getMe')).toBe('400 Logged out')
  await client.advanceClock(600_000)
  expect(await bot.ok('getUpdates')).toEqual([])
  await sendText('back')
})
