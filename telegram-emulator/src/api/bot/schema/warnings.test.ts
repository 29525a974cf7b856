import { expect, it } from 'vitest'

import { startedChat } from '../../../testing/startedChat.ts'

async function chat() {
  const started = await startedChat()
  const { client, bot, person } = started
  /** What the log says beside a call. */
  const warningsOf = async (method: string, parameters: object) => {
    await bot.call(method, { chat_id: person, ...parameters })
    return (await client.calls({ bot: bot.username })).at(-1)?.warnings
  }
  return { ...started, warningsOf }
}

it('should say nothing of a call that is as the reference has it', async () => {
  const { warningsOf } = await chat()
  const inline_keyboard = [
    [
      { text: 'a', callback_data: 'a', style: 'danger' },
      { text: 'b', web_app: { url: 'https://example.org' } },
    ],
  ]
  expect(
    await warningsOf('sendMessage', {
      text: 'x',
      entities: [{ type: 'text_link', url: 'https://example.org', offset: 0, length: 1 }],
      reply_markup: { inline_keyboard },
    }),
  ).toBeUndefined()
  expect(await warningsOf('setMessageReaction', { message_id: 1, reaction: [] })).toBeUndefined()
})

it('should name what Telegram ignores: unknown parameters and fields', async () => {
  const { warningsOf } = await chat()
  expect(await warningsOf('sendMessage', { text: 'x', dissable_notification: true })).toEqual([
    '"dissable_notification" is no parameter of sendMessage',
  ])
  const button = { text: 'a', callback_data: 'a', callbackdata: 'b' }
  expect(
    await warningsOf('sendMessage', { text: 'x', reply_markup: { inline_keyboard: [[button]] } }),
  ).toEqual(['"reply_markup.inline_keyboard[0][0]" has no field "callbackdata"'])
})

it('should name what is deprecated', async () => {
  const { warningsOf } = await chat()
  expect(
    await warningsOf('sendMessage', {
      text: 'x',
      reply_to_message_id: 1,
      allow_sending_without_reply: true,
      disable_web_page_preview: true,
    }),
  ).toEqual([
    '"reply_to_message_id" is deprecated: use "reply_parameters"',
    '"allow_sending_without_reply" is deprecated: use "reply_parameters"',
    '"disable_web_page_preview" is deprecated: use "link_preview_options"',
  ])
  expect(await warningsOf('getChatMembersCount', {})).toEqual([
    '"getChatMembersCount" is deprecated: use "getChatMemberCount"',
  ])
})

it('should name what is missing and what is of another type', async () => {
  const { warningsOf } = await chat()
  expect(await warningsOf('sendMessage', {})).toEqual(['lacks the required "text"'])
  expect(await warningsOf('sendMessage', { text: null, protect_content: 'maybe' })).toEqual([
    '"text" is to be string, not null',
    '"protect_content" is to be true or false, not "maybe"',
    'lacks the required "text"',
  ])
  expect(await warningsOf('deleteMessages', { message_ids: ['1', 'x', 2.5] })).toEqual([
    '"message_ids[1]" is to be integer, not "x"',
    '"message_ids[2]" is to be integer, not 2.5',
  ])
  expect(await warningsOf('sendMessage', { text: 'x', reply_markup: '{' })).toEqual([
    '"reply_markup" is no JSON',
  ])
})

it('should say where a JSON body breaks off', async () => {
  const { url, client, bot, person } = await chat()
  const body = `{"chat_id": ${person}, "text": "x", "text": "y", "reply_markup": {"inline_keyboard": [[}`
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/bot${bot.token}/sendMessage`, { method: 'POST', headers, body })
  expect(await response.json()).toMatchObject({ ok: true, result: { text: 'x' } })
  const [call] = await client.calls({ bot: bot.username })
  expect(call?.warnings).toEqual(['the JSON body breaks off after "text"'])
})

it('should name a file that nothing refers to', async () => {
  const { url, client, bot, person } = await chat()
  const form = new FormData()
  form.append('chat_id', String(person))
  form.append('document', 'attach://one')
  form.append('one', new Blob(['x']), 'one.txt')
  form.append('two', new Blob(['y']), 'two.txt')
  await fetch(`${url}/bot${bot.token}/sendDocument`, { method: 'POST', body: form })
  const [call] = await client.calls({ bot: bot.username })
  expect(call?.answer).toMatchObject({ ok: true })
  expect(call?.warnings).toEqual(['"two" is a file that nothing refers to'])
})
