import { expect, it } from 'vitest'

import { startedChat } from '../../../testing/startedChat.ts'
import type { Update } from '@grammyjs/types'

it('should pin with a service message that the bot gets too, and unpin without', async () => {
  const { bot, ok, sendText, state, messages } = await startedChat()
  const { message_id } = await sendText('one')
  await bot.ok('getUpdates', { offset: -1 })
  const [{ update_id = 0 } = {}] = await bot.ok<Update[]>('getUpdates')
  await ok('pinChatMessage', { message_id, disable_notification: true })
  expect(await state()).toMatchObject({ pinned_message_ids: [message_id] })
  const notice = (await messages()).at(-1)
  expect(notice).toMatchObject({ from: { is_bot: true }, pinned_message: { message_id, text: 'one' } })
  expect(await bot.ok('getUpdates', { offset: update_id + 1 })).toMatchObject([{ message: notice }])
  await ok('unpinChatMessage', { message_id })
  expect(await state()).toMatchObject({ pinned_message_ids: [] })
  expect((await messages()).at(-1)).toEqual(notice)
})

it('should unpin the last pinned message without an id, and all at once', async () => {
  const { ok, sendText, state } = await startedChat()
  const ids = [await sendText('one'), await sendText('two')].map(({ message_id }) => message_id)
  for (const message_id of ids) await ok('pinChatMessage', { message_id })
  expect(await ok('getChat')).toMatchObject({ pinned_message: { text: 'two' } })
  await ok('unpinChatMessage')
  expect(await state()).toMatchObject({ pinned_message_ids: ids.slice(0, 1) })
  await ok('pinChatMessage', { message_id: ids[1] })
  await ok('unpinAllChatMessages')
  await ok('unpinAllChatMessages')
  expect(await state()).toMatchObject({ pinned_message_ids: [] })
})

it('should refuse what cannot be pinned or unpinned', async () => {
  const { ok, error, sendText } = await startedChat()
  expect(await error('pinChatMessage', { message_id: 99 })).toBe('400 Bad Request: message to pin not found')
  expect(await error('unpinChatMessage')).toBe('400 Bad Request: message to unpin not found')
  const { message_id } = await sendText('one')
  expect(await error('unpinChatMessage', { message_id })).toBe('400 Bad Request: CHAT_NOT_MODIFIED')
  await ok('pinChatMessage', { message_id })
  expect(await error('pinChatMessage', { message_id })).toBe('400 Bad Request: CHAT_NOT_MODIFIED')
  expect(await error('pinChatMessage', { message_id: message_id + 1 })).toBe(
    "400 Bad Request: a service message can't be pinned",
  )
})
