import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { messageText, type ChatMessage } from '../../../client.ts'
import { startEmulator } from '../../../startEmulator.ts'
import { eventDuring } from '../../../testing/eventDuring.ts'
import { richChat } from '../../../testing/richChat.ts'
import { connect } from '../../../testing/testEmulator.ts'

const paragraph = (text: unknown) => ({ type: 'paragraph', text })
const rich = (text: string) => ({ blocks: [{ type: 'heading', text, size: 1 }, paragraph('x')] })
const NOT_MODIFIED = /^400 Bad Request: message is not modified: /

async function sentRich(parameters: object = {}) {
  const chat = await richChat()
  const sent = await chat.ok<ChatMessage>('sendRichMessage', { rich_message: rich('one'), ...parameters })
  const { message_id } = sent
  return {
    ...chat,
    sent,
    edit: (changes: object) => chat.ok<ChatMessage>('editMessageText', { message_id, ...changes }),
    refusedEdit: (changes: object) => chat.error('editMessageText', { message_id, ...changes }),
  }
}

it('should send a rich message as any other', async () => {
  const chat = await richChat()
  const parameters = {
    rich_message: rich('one'),
    protect_content: true,
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
    reply_parameters: { message_id: 1 },
  }
  const event = await eventDuring(chat.url, 'message', () => chat.ok('sendRichMessage', parameters))
  expect(event.message).toMatchObject({
    rich_message: rich('one'),
    has_protected_content: true,
    reply_markup: parameters.reply_markup,
    reply_to_message: { text: '/start' },
  })
  expect(event.message).not.toHaveProperty('text')
  expect((await chat.messages()).at(-1)).toEqual(event.message)
  expect(messageText(event.message)).toBe('one\nx')
})

it('should send rich messages with reply keyboards, and from forms', async () => {
  const { url, bot, person, state } = await richChat()
  const form = new URLSearchParams({
    chat_id: String(person),
    rich_message: JSON.stringify(rich('one')),
    reply_markup: '{"keyboard":[["a"]]}',
  })
  const response = await fetch(`${url}/bot${bot.token}/sendRichMessage`, { method: 'POST', body: form })
  expect(await response.json()).toMatchObject({ ok: true, result: { rich_message: rich('one') } })
  expect(await state()).toMatchObject({ reply_keyboard: { keyboard: [[{ text: 'a' }]] } })
})

it('should edit rich messages, from texts and to them', async () => {
  const { edit, url } = await sentRich()
  const event = await eventDuring(url, 'edit', () => edit({ rich_message: rich('two') }))
  expect(event.message).toMatchObject({ rich_message: rich('two') })
  const text = await edit({
    text: 'three',
    reply_markup: { inline_keyboard: [[{ text: 'a', url: 'https://t.me/' }]] },
  })
  expect(text).toMatchObject({ text: 'three', reply_markup: {} })
  expect(text).not.toHaveProperty('rich_message')
  const again = await edit({ rich_message: { markdown: '**four**' } })
  expect(again).toMatchObject({ rich_message: { blocks: [paragraph({ type: 'bold', text: 'four' })] } })
  for (const gone of ['text', 'entities', 'reply_markup']) expect(again).not.toHaveProperty(gone)
})

it('should refuse edits that change nothing or cannot be', async () => {
  const { refusedEdit, edit, bot, person, ok } = await sentRich()
  expect(await refusedEdit({ rich_message: rich('one') })).toMatch(NOT_MODIFIED)
  expect(await refusedEdit({ rich_message: { markdown: '# one\n\nx' } })).toMatch(NOT_MODIFIED)
  expect(await refusedEdit({ rich_message: { blocks: [] } })).toBe('400 Bad Request: RICH_MESSAGE_EMPTY')
  await edit({ text: 'two' })
  expect(await refusedEdit({ text: 'two' })).toMatch(NOT_MODIFIED)
  const place = await ok<ChatMessage>('sendLocation', { latitude: 1, longitude: 1 })
  const other = { chat_id: person, message_id: place.message_id, rich_message: rich('one') }
  expect(await bot.error('editMessageText', other)).toBe(
    '400 Bad Request: there is no text in the message to edit',
  )
})

it('should edit the keyboard alone, and replace a rich message with a medium', async () => {
  const { ok, sent, url, bot, person } = await sentRich()
  const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }
  const message = { message_id: sent.message_id }
  expect(await ok('editMessageReplyMarkup', { ...message, reply_markup: keyboard })).toMatchObject({
    rich_message: rich('one'),
    reply_markup: keyboard,
  })
  const form = new FormData()
  form.append('chat_id', String(person))
  form.append('message_id', String(sent.message_id))
  form.append('media', '{"type":"document","media":"attach://a"}')
  form.append('a', new Blob(['x']), 'a.txt')
  const response = await fetch(`${url}/bot${bot.token}/editMessageMedia`, { method: 'POST', body: form })
  const { result } = (await response.json()) as { result: ChatMessage }
  expect(result).toMatchObject({ document: { file_name: 'a.txt' } })
  expect(result).not.toHaveProperty('rich_message')
})

it('should forward and copy rich messages, unless they are protected', async () => {
  const { ok, error, sent, person, messages } = await sentRich()
  const source = { from_chat_id: person, message_id: sent.message_id }
  expect(await ok('forwardMessage', source)).toMatchObject({
    rich_message: rich('one'),
    forward_origin: { type: 'user', sender_user: { is_bot: true } },
  })
  await ok('copyMessage', source)
  await ok('copyMessages', { from_chat_id: person, message_ids: [sent.message_id] })
  for (const copy of (await messages()).slice(-2)) expect(copy.rich_message).toEqual(rich('one'))
  const { message_id } = await ok<ChatMessage>('sendRichMessage', {
    rich_message: rich('two'),
    protect_content: true,
  })
  expect(await error('forwardMessage', { ...source, message_id })).toBe(
    "400 Bad Request: the message can't be forwarded",
  )
})

it('should quote a rich message by its plain text', async () => {
  const { ok, error, sent } = await sentRich({
    rich_message: {
      blocks: [
        { type: 'details', summary: 'one', blocks: [paragraph(['t', { type: 'bold', text: 'wo' }])] },
        { type: 'collage', blocks: [paragraph('three')], caption: { text: 'four', credit: 'five' } },
      ],
    },
  })
  const { message_id } = sent
  const reply = (quote: string) => ({ text: 'x', reply_parameters: { message_id, quote } })
  const { quote, reply_to_message } = await ok<ChatMessage>('sendMessage', reply('two\nthree'))
  expect(quote).toEqual({ text: 'two\nthree', position: 4, is_manual: true })
  expect(reply_to_message).toMatchObject({ message_id, rich_message: {} })
  expect((await ok<ChatMessage>('sendMessage', reply('four\nfive'))).quote).toMatchObject({ position: 14 })
  expect(await error('sendMessage', reply('six'))).toBe('400 Bad Request: QUOTE_TEXT_INVALID')
})

it('should let people tap the buttons within the text', async () => {
  const { client, bot, person, sent } = await sentRich({
    rich_message: {
      html:
        '<p>a <b><tg-button type="copy_text" text="copied">Copy <tg-emoji emoji-id="1">👍</tg-emoji></tg-button></b></p>' +
        '<details><summary>b</summary><tg-button-row><tg-button type="url" url="https://t.me/x">Go</tg-button>' +
        '<tg-button type="callback_data" data="d">Ask</tg-button></tg-button-row></details>',
    },
  })
  const tap = (text: string) => client.tap(bot.username, person, { message_id: sent.message_id, text })
  expect(await tap('Copy 👍')).toEqual({ copied: 'copied' })
  expect(await tap('Go')).toEqual({ url: 'https://t.me/x' })
  const tapped = tap('Ask')
  const [, update] = await bot.ok<{ callback_query?: { id: string; data: string } }[]>('getUpdates', {
    timeout: 5,
  })
  const query = update?.callback_query ?? expect.fail('no tap came')
  expect(query.data).toBe('d')
  await bot.ok('answerCallbackQuery', { callback_query_id: query.id, text: 'answer' })
  expect(await tapped).toMatchObject({ text: 'answer' })
  await expect(tap('No')).rejects.toThrow('it has: "Copy 👍", "Go", "Ask"')
})

it('should show drafts and keep none', async () => {
  const { url, ok, error, messages, person } = await richChat()
  const draft = { draft_id: 7, rich_message: { blocks: [{ type: 'thinking', text: '…' }, paragraph('x')] } }
  const event = await eventDuring(url, 'draft', () => ok('sendRichMessageDraft', draft))
  expect(event).toEqual({
    type: 'draft',
    bot: 'test_1_bot',
    person,
    draft_id: 7,
    message: { rich_message: { blocks: draft.rich_message.blocks } },
  })
  expect(await messages()).toHaveLength(1)
  expect(await error('sendRichMessageDraft', { ...draft, draft_id: 0 })).toBe(
    '400 Bad Request: RANDOM_ID_INVALID',
  )
  expect(await error('sendRichMessageDraft', { draft_id: 7 })).toBe(
    '400 Bad Request: rich message must be non-empty',
  )
  expect(await error('sendRichMessageDraft', { ...draft, can_stop: true })).toMatch(/^501/)
})

it('should refuse rich messages where a fault says so, and take them again after it', async () => {
  const { client, refused, send, ok } = await richChat()
  const unknown = { error_code: 404, description: 'Not Found: method not found' }
  await client.addFault({ method: 'sendRichMessage', ...unknown, times: 1 })
  await client.addFault({
    method: 'sendRichMessage',
    error_code: 400,
    description: 'Bad Request: RICH_MESSAGE_CONTENT_REQUIRED',
    times: 1,
  })
  expect(await refused(rich('one'))).toBe('404 Not Found: method not found')
  await ok('sendMessage', { text: 'classic' })
  expect(await refused(rich('one'))).toBe('400 Bad Request: RICH_MESSAGE_CONTENT_REQUIRED')
  expect(await send(rich('one'))).toEqual(rich('one'))
})

it('should find rich messages and their files again after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const dataFile = join(folder, 'state.json')
  const first = await startEmulator({ port: 0, dataFile })
  const { createBot, startedBy, client } = connect(first.url)
  const bot = await createBot()
  const person = await startedBy(bot)
  const form = new FormData()
  form.append('chat_id', String(person))
  form.append(
    'rich_message',
    '{"html":"a<tg-document src=\\"tg://document?id=x\\"/>","media":[{"id":"x","media":{"type":"document","media":"attach://a"}}]}',
  )
  form.append('a', new Blob(['hello']), 'a.txt')
  await fetch(`${first.url}/bot${bot.token}/sendRichMessage`, { method: 'POST', body: form })
  const before = await client.messages(bot.username, person)
  const [, file] = before.at(-1)?.rich_message?.blocks ?? []
  await first.close()

  const second = await startEmulator({ port: 0, dataFile })
  onTestFinished(() => second.close())
  const again = connect(second.url).client
  expect(await again.messages(bot.username, person)).toEqual(before)
  const uniqueId = file?.type === 'document' ? file.document.file_unique_id : ''
  expect(Buffer.from(await again.file(uniqueId)).toString()).toBe('hello')
})
