import { describe, expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { startedChat } from '../../../testing/startedChat.ts'

const reply_markup = { inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] }

/** Ben has written to the bot as well: messages go from his chat to Ann's. */
async function twoChats() {
  const chat = await startedChat()
  const ben = await chat.startedBy(chat.bot, 'Ben')
  const from = { from_chat_id: ben }
  const inBens = (text: string, parameters: object = {}) =>
    chat.bot.ok<ChatMessage>('sendMessage', { chat_id: ben, text, ...parameters })
  return { ...chat, ben, from, inBens }
}

describe('forwarding', () => {
  it('should name the first author and the first date, and leave the keyboard behind', async () => {
    const { client, bot, ben, from, ok, inBens } = await twoChats()
    const text = await client.send(bot.username, ben, 'by Ben')
    await client.advanceClock(5000)
    const once = await ok<ChatMessage>('forwardMessage', { ...from, message_id: text.message_id })
    const origin = { type: 'user', sender_user: { id: ben, first_name: 'Ben' }, date: text.date }
    expect(once).toMatchObject({ text: 'by Ben', from: { is_bot: true }, forward_origin: origin })
    const twice = await bot.ok<ChatMessage>('forwardMessage', {
      chat_id: ben,
      from_chat_id: once.chat.id,
      message_id: once.message_id,
      protect_content: true,
    })
    expect(twice).toMatchObject({ forward_origin: origin, has_protected_content: true })
    const withKeys = await inBens('x', { reply_markup })
    const forwarded = await ok('forwardMessage', { ...from, message_id: withKeys.message_id })
    expect(forwarded).not.toHaveProperty('reply_markup')
  })

  it('should refuse what is gone, protected or a service message', async () => {
    const { bot, ben, from, error, inBens } = await twoChats()
    const forward = (message_id: number) => error('forwardMessage', { ...from, message_id })
    expect(await error('forwardMessage', { message_id: 1 })).toBe(
      '400 Bad Request: parameter "from_chat_id" is required',
    )
    expect(await forward(9999)).toBe('400 Bad Request: message to forward not found')
    const kept = await inBens('x', { protect_content: true })
    expect(await forward(kept.message_id)).toBe("400 Bad Request: the message can't be forwarded")
    const { message_id } = await inBens('y')
    await bot.ok('pinChatMessage', { chat_id: ben, message_id })
    expect(await forward(message_id + 1)).toBe("400 Bad Request: the message can't be forwarded")
  })

  it('should forward many, passing over what cannot be', async () => {
    const { from, ok, error, messages, inBens } = await twoChats()
    const one = await inBens('one')
    const kept = await inBens('x', { protect_content: true })
    const two = await inBens('two')
    const message_ids = [one, kept, two].map(({ message_id }) => message_id)
    const ids = await ok<{ message_id: number }[]>('forwardMessages', { ...from, message_ids })
    const shown = (await messages()).slice(-2)
    expect(shown.map(({ text, forward_origin }) => [text, forward_origin?.type])).toEqual([
      ['one', 'user'],
      ['two', 'user'],
    ])
    expect(ids).toEqual(shown.map(({ message_id }) => ({ message_id })))
    expect(await error('forwardMessages', { ...from, message_ids: [kept.message_id] })).toBe(
      "400 Bad Request: messages can't be forwarded",
    )
    expect(await error('forwardMessages', { ...from, message_ids: message_ids.toReversed() })).toBe(
      '400 Bad Request: message identifiers must be in a strictly increasing order',
    )
  })
})

describe('copying', () => {
  it('should make a message of its own, with its own keyboard and reply', async () => {
    const { from, ok, messages, inBens } = await twoChats()
    const original = await inBens('x', { reply_markup })
    const { message_id } = original
    expect(await ok('copyMessage', { ...from, message_id })).toEqual({
      message_id: expect.any(Number) as number,
    })
    const other = { inline_keyboard: [[{ text: 'y', callback_data: 'y' }]] }
    await ok('copyMessage', { ...from, message_id, reply_markup: other, reply_parameters: { message_id: 1 } })
    const [bare, full] = (await messages()).slice(-2)
    expect(bare).not.toHaveProperty('reply_markup')
    expect(bare).not.toHaveProperty('forward_origin')
    expect(full).toMatchObject({ text: 'x', reply_markup: other, reply_to_message: { message_id: 1 } })
  })

  it('should keep the caption, replace it or leave it out', async () => {
    const { url, bot, ben, from, ok, messages } = await twoChats()
    const form = new FormData()
    const fields = { chat_id: String(ben), caption: 'old #tag', document: new Blob(['hello']) }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const answer = await fetch(`${url}/bot${bot.token}/sendDocument`, { method: 'POST', body: form })
    const { result } = (await answer.json()) as { result: ChatMessage }
    const { message_id, document } = result
    await ok('copyMessage', { ...from, message_id })
    await ok('copyMessage', { ...from, message_id, caption: 'new' })
    await ok('copyMessage', { ...from, message_id, caption: '' })
    await ok('copyMessages', { ...from, message_ids: [message_id], remove_caption: true })
    const captions = [
      { caption: 'old #tag', caption_entities: result.caption_entities },
      { caption: 'new' },
      {},
      {},
    ]
    const copies = (await messages()).slice(-4)
    expect(copies.map((copy) => copy.document)).toEqual(captions.map(() => document))
    const shown = copies.map(({ caption, caption_entities }) => ({ caption, caption_entities }))
    expect(shown).toEqual(captions)
    expect(await ok('sendDocument', { document: document?.file_id })).toMatchObject({ document })
  })

  it('should refuse what is gone or protected', async () => {
    const { from, error, inBens } = await twoChats()
    const copy = (message_id: number) => error('copyMessage', { ...from, message_id })
    expect(await copy(9999)).toBe('400 Bad Request: message to copy not found')
    const kept = await inBens('x', { protect_content: true })
    expect(await copy(kept.message_id)).toBe("400 Bad Request: the message can't be copied")
  })

  it('should copy many', async () => {
    const { from, ok, messages, inBens } = await twoChats()
    const message_ids = [await inBens('one'), await inBens('two')].map(({ message_id }) => message_id)
    expect(await ok('copyMessages', { ...from, message_ids })).toHaveLength(2)
    const shown = (await messages()).slice(-2)
    expect(shown.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(shown[0]).not.toHaveProperty('forward_origin')
  })
})
