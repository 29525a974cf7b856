import { expect, it } from 'vitest'

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

it('should refuse a bad token, an unknown method and a broken body in the words of Telegram', async () => {
  const { url, createBot } = await testEmulator()
  const bot = await createBot()
  const stranger = await fetch(`${url}/bot123:wrong/getMe`)
  expect(stranger.status).toBe(401)
  expect(await stranger.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
  expect(await bot.error('getMee')).toBe('404 Not Found: method not found')
  expect((await fetch(`${url}/bot${bot.token}`)).status).toBe(404)
  const headers = { 'content-type': 'application/json' }
  const broken = await fetch(`${url}/bot${bot.token}/getMe`, { method: 'POST', headers, body: '{' })
  expect(broken.status).toBe(400)
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
