import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { testEmulator } from '../../../testing/testEmulator.ts'

const NOT_MODIFIED =
  '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
const keyboard = (data: string) => ({ inline_keyboard: [[{ text: 'key', callback_data: data }]] })

async function sentMessage() {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const chat_id = await emulator.startedBy(bot)
  const message = await bot.ok<ChatMessage>('sendMessage', {
    chat_id,
    text: 'old',
    reply_markup: keyboard('a'),
  })
  return { ...emulator, bot, chat_id, target: { chat_id, message_id: message.message_id } }
}

it('should put the new text and keyboard in the place of the old ones', async () => {
  const { client, bot, chat_id, target } = await sentMessage()
  const edited = await bot.ok('editMessageText', { ...target, text: 'new', reply_markup: keyboard('b') })
  expect(edited).toMatchObject({ text: 'new', edit_date: expect.any(Number) as number })
  const shown = await client.messages(bot.username, chat_id)
  expect(shown).toHaveLength(2)
  expect(shown[1]).toEqual(edited)
})

it('should remove the keyboard when an edit does not name it', async () => {
  const { bot, target } = await sentMessage()
  expect(await bot.ok('editMessageText', { ...target, text: 'new' })).not.toHaveProperty('reply_markup')
})

it('should change the keyboard alone', async () => {
  const { bot, target } = await sentMessage()
  expect(await bot.ok('editMessageReplyMarkup', { ...target, reply_markup: keyboard('b') })).toMatchObject({
    text: 'old',
    reply_markup: keyboard('b'),
  })
  expect(await bot.ok('editMessageReplyMarkup', target)).not.toHaveProperty('reply_markup')
})

it('should refuse an edit that changes nothing', async () => {
  const { bot, target } = await sentMessage()
  expect(await bot.error('editMessageText', { ...target, text: ' old ', reply_markup: keyboard('a') })).toBe(
    NOT_MODIFIED,
  )
  expect(await bot.error('editMessageReplyMarkup', { ...target, reply_markup: keyboard('a') })).toBe(
    NOT_MODIFIED,
  )
})

it('should refuse messages that are not there or not its own', async () => {
  const { bot, chat_id, target } = await sentMessage()
  const edit = (place: object) => bot.error('editMessageText', { text: 'new', ...place })
  expect(await edit({ chat_id, message_id: 99 })).toBe('400 Bad Request: message to edit not found')
  expect(await edit({ chat_id, message_id: 1 })).toBe("400 Bad Request: message can't be edited")
  expect(await edit({ chat_id })).toBe('400 Bad Request: message identifier is not specified')
  expect(await edit({})).toBe('400 Bad Request: message identifier is not specified')
  expect(await edit({ chat_id: 5, message_id: 2 })).toBe('400 Bad Request: chat not found')
  expect(await edit({ ...target, text: 'x'.repeat(4097) })).toBe('400 Bad Request: MESSAGE_TOO_LONG')
})
