import { pino } from 'pino'
import { expect, it } from 'vitest'

import type { ChatMessage } from '../../client.ts'
import { testEmulator } from '../../testing/testEmulator.ts'

it('should answer getMe, whatever the case of the name, by GET and by POST', async () => {
  const { url, createBot } = await testEmulator()
  const bot = await createBot('Echo')
  const got = await fetch(`${url}/bot${bot.token}/GETME`)
  expect(got.status).toBe(200)
  expect(await got.json()).toMatchObject({
    ok: true,
    result: { id: Number(bot.token.split(':')[0]), is_bot: true, first_name: 'Echo', username: bot.username },
  })
  expect(await bot.ok('getme')).toMatchObject({ can_join_groups: true, can_manage_bots: false })
})

it('should give tokens in the shape of real ones', async () => {
  const { createBot } = await testEmulator()
  const { token } = await createBot()
  expect(token).toMatch(/^\d{9,10}:[A-Za-z0-9_-]{35}$/)
})

it('should take parameters from the query, a form, a multipart form and JSON alike', async () => {
  const { url, client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const address = `${url}/bot${bot.token}/sendMessage`
  const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] })
  const fields = { chat_id: String(person), reply_markup: keyboard }
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, text: 'multipart' })) form.append(name, value)
  await fetch(`${address}?${new URLSearchParams({ ...fields, text: 'query' }).toString()}`)
  await fetch(address, { method: 'POST', body: new URLSearchParams({ ...fields, text: 'form' }) })
  await fetch(address, { method: 'POST', body: form })
  const json = JSON.stringify({ chat_id: person, text: 'json', reply_markup: JSON.parse(keyboard) as object })
  await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: json })

  const messages = await client.messages(bot.username, person, 1)
  expect(messages.map(({ text }) => text)).toEqual(['query', 'form', 'multipart', 'json'])
  for (const message of messages) expect(message.reply_markup?.inline_keyboard[0]?.[0]?.text).toBe('A')
})

it('should refuse a bad token and an unknown method in the words of Telegram', async () => {
  const { url, createBot } = await testEmulator()
  const bot = await createBot()
  const stranger = await fetch(`${url}/bot123:wrong/getMe`)
  expect(stranger.status).toBe(401)
  expect(await stranger.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
  expect(await bot.error('getMee')).toBe('404 Not Found: method not found')
  expect((await fetch(`${url}/bot${bot.token}`)).status).toBe(404)
})

it('should tell a malformed token from a wrong one, and know no bot of the test environment', async () => {
  const { url, createBot } = await testEmulator()
  const { token } = await createBot()
  const answer = async (path: string) => {
    const { error_code, description } = (await (await fetch(`${url}${path}`)).json()) as Record<
      string,
      unknown
    >
    return `${String(error_code)} ${String(description)}`
  }
  expect(await answer('/bot12345/getMe')).toBe('401 Unauthorized: invalid token specified')
  expect(await answer('/bot0123:a/getMe')).toBe('401 Unauthorized: invalid token specified')
  expect(await answer('/bota:b/getMe')).toBe('421 Misdirected Request: unallowed token specified')
  expect(await answer(`/bot${token}/test/getMe`)).toBe('401 Unauthorized')
  expect(await answer(`/bot${token}/getMe/`)).toBe('404 Not Found: method not found')
  expect(await answer(`/bot${token}`)).toBe('404 Not Found')
})

it('should take the method from the parameters if the path has none, also by its former name', async () => {
  const { url, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const chat_id = await startedBy(bot)
  const got = await fetch(`${url}/bot${bot.token}/?method=getMe`)
  expect(await got.json()).toMatchObject({ ok: true, result: { username: bot.username } })
  expect(await bot.ok('getChatMembersCount', { chat_id })).toBe(2)
})

it('should let the first of several values with one name count, and the query before the body', async () => {
  const { url, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const text = async (query: string, form: string) => {
    const body = new URLSearchParams(`chat_id=${person}&${form}`)
    const response = await fetch(`${url}/bot${bot.token}/sendMessage?${query}`, { method: 'POST', body })
    return ((await response.json()) as { result: { text: string } }).result.text
  }
  expect(await text('', 'text=one&text=two')).toBe('one')
  expect(await text('text=zero', 'text=one')).toBe('zero')
})

it('should read values of other types as the real server does', async () => {
  const { createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const chat_id = await startedBy(bot)
  const send = (parameters: object) => bot.ok<ChatMessage>('sendMessage', { chat_id, ...parameters })
  expect(await send({ text: 5 })).toMatchObject({ text: '5' })
  expect(await send({ text: null })).toMatchObject({ text: 'null' })
  expect(await send({ text: 'x', chat_id: `${chat_id}abc` })).toMatchObject({ text: 'x' })
  expect(await send({ text: 'x', protect_content: ' YES ' })).toHaveProperty('has_protected_content', true)
  expect(await send({ text: 'x', protect_content: 'on' })).not.toHaveProperty('has_protected_content')
  expect(await bot.error('sendMessage', { chat_id, text: 'x', reply_markup: null })).toBe(
    '400 Bad Request: object expected as reply markup',
  )
  expect(await bot.error('sendMessage', { chat_id, text: 'x', reply_markup: 'inline' })).toBe(
    "400 Bad Request: can't parse reply keyboard markup JSON object",
  )
  expect(await bot.error('deleteMessages', { chat_id, message_ids: '['.repeat(101) + ']'.repeat(101) })).toBe(
    "400 Bad Request: can't parse message_ids JSON object",
  )
})

it('should go on with what a broken JSON body has, and refuse one that is too long', async () => {
  const { url, createBot } = await testEmulator()
  const bot = await createBot()
  const post = (method: string, body: string) =>
    fetch(`${url}/bot${bot.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
  expect((await post('getMe', '{')).status).toBe(200)
  expect(await (await post('sendMessage', '{"chat_id" 1}')).json()).toMatchObject({
    description: 'Bad Request: message text is empty',
  })
  const long = await post('sendMessage', JSON.stringify({ text: 'x'.repeat(2 ** 20) }))
  expect(long.status).toBe(413)
})

it.each([
  ['a part without a head', '--b\r\n\r\n'],
  [
    'a part without an end',
    '--b\r\nContent-Disposition: form-data; name="document"; filename="x"\r\n\r\nabc',
  ],
  ['no part', 'nothing'],
])('should refuse a multipart body with %s, and live', async (_what, body) => {
  const { url, createBot } = await testEmulator()
  const bot = await createBot()
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const response = await fetch(`${url}/bot${bot.token}/sendDocument`, { method: 'POST', headers, body })
  expect(await response.json()).toMatchObject({
    error_code: 400,
    description: "Bad Request: can't parse multipart/form-data body",
  })
  expect(await bot.ok('getMe')).toMatchObject({ username: bot.username })
})

it('should log what is not emulated', async () => {
  const lines: string[] = []
  const logger = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  const { createBot } = await testEmulator({ logger })
  const bot = await createBot()
  await bot.error('getMee')
  await bot.error('sendGame')
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { bot: bot.username, method: 'sendGame', error_code: 501 },
  ])
})

it('should answer 501 for a real method, a file and a parameter that are not emulated', async () => {
  const { url, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  expect(await bot.error('sendGame')).toBe(
    '501 Not Implemented: the emulator does not emulate the method sendGame',
  )
  const form = new FormData()
  form.append('certificate', new Blob(['x']), 'cert.pem')
  const upload = await fetch(`${url}/bot${bot.token}/setWebhook`, { method: 'POST', body: form })
  expect(upload.status).toBe(501)
  const message = { chat_id: person, text: 'x' }
  expect(await bot.error('sendMessage', { ...message, message_effect_id: '1' })).toMatch(
    /^501 .*message_effect_id/,
  )
})
