import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { startedChat } from '../../../testing/startedChat.ts'
import { testEmulator } from '../../../testing/testEmulator.ts'

async function chatWithText(text: string) {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const person = await emulator.startedBy(bot)
  const { message_id } = await emulator.client.send(bot.username, person, text)
  const reply = (reply_parameters: object) => ({ chat_id: person, text: 'x', reply_parameters })
  return {
    message_id,
    send: (parameters: object) => bot.ok<ChatMessage>('sendMessage', reply(parameters)),
    error: (parameters: object) => bot.error('sendMessage', reply(parameters)),
  }
}

it('should quote a part of the message replied to', async () => {
  const { message_id, send } = await chatWithText('one two one')
  const sent = await send({ message_id, quote: 'one', quote_position: 8 })
  expect(sent.reply_to_message).toMatchObject({ message_id, text: 'one two one' })
  expect(sent.quote).toEqual({ text: 'one', position: 8, is_manual: true })
  expect((await send({ message_id, quote: 'two', quote_position: 1 })).quote).toMatchObject({ position: 4 })
  expect(await send({ message_id })).not.toHaveProperty('quote')
})

it('should refuse wrong reply parameters', async () => {
  const { message_id, error } = await chatWithText('one')
  expect(await error([])).toBe('400 Bad Request: object expected as reply parameters')
  expect(await error({ quote: 'x' })).toBe('400 Bad Request: can\'t find field "message_id"')
  expect(await error({ message_id: 9999 })).toBe('400 Bad Request: message to be replied not found')
  expect(await error({ message_id, quote: 'two' })).toBe('400 Bad Request: QUOTE_TEXT_INVALID')
  expect(await error({ message_id, chat_id: 5 })).toMatch(/^501/)
})

it('should send without a reply when the message is gone and may be', async () => {
  const { send } = await chatWithText('one')
  expect(await send({ message_id: 9999, allow_sending_without_reply: true })).not.toHaveProperty(
    'reply_to_message',
  )
})

it('should find a quote with its styles alone', async () => {
  const { sendText, ok, error } = await startedChat()
  const text = 'one <b>one</b> <code>two</code> example.org'
  const { message_id } = await sendText(text, { parse_mode: 'HTML' })
  const reply = (quote: string) => ({
    text: 'x',
    reply_parameters: { message_id, quote, quote_parse_mode: 'HTML' },
  })
  const quoted = async (quote: string) => (await ok<ChatMessage>('sendMessage', reply(quote))).quote
  expect(await quoted('<b>on</b>')).toEqual({
    text: 'on',
    entities: [{ type: 'bold', offset: 0, length: 2 }],
    position: 4,
    is_manual: true,
  })
  expect(await quoted('two example.org')).toEqual({ text: 'two example.org', position: 8, is_manual: true })
  expect(await quoted('<code>two</code>')).toMatchObject({ position: 8 })
  expect(await quoted(' ')).toBeUndefined()
  expect(await error('sendMessage', reply('<i>one</i>'))).toBe('400 Bad Request: QUOTE_TEXT_INVALID')
  expect(await error('sendMessage', reply('one two'))).toBe('400 Bad Request: QUOTE_TEXT_INVALID')
})
