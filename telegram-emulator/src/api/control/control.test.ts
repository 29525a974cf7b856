import { expect, it } from 'vitest'

import { testEmulator } from '../../testing/testEmulator.ts'

it('should make people and bots and list them', async () => {
  const { client } = await testEmulator()
  const person = await client.createPerson({ first_name: 'Ann', username: 'ann_lee', language_code: 'ru' })
  expect(person).toEqual({
    id: expect.any(Number) as number,
    is_bot: false,
    first_name: 'Ann',
    username: 'ann_lee',
    language_code: 'ru',
  })
  const { token, bot } = await client.createBot({
    username: 'course_bot',
    name: 'Course',
    can_manage_bots: true,
  })
  expect(token.startsWith(`${bot.id}:`)).toBe(true)
  expect(await client.people()).toEqual([person])
  expect(await client.bots()).toEqual([
    {
      id: bot.id,
      username: 'course_bot',
      name: 'Course',
      can_manage_bots: true,
      owner: null,
      photo: null,
      animated_photo: null,
      manager: null,
    },
  ])
  expect(await client.bot('COURSE_BOT')).toMatchObject({
    texts: { '': { name: 'Course' } },
    commands: [],
    menu_button: { type: 'default' },
    webhook: { url: '' },
  })
  expect(JSON.stringify(await client.bot('course_bot'))).not.toContain(token)
})

it('should say what is wrong and where', async () => {
  const { url, client, createBot } = await testEmulator()
  const bot = await createBot()
  const { id } = await client.createPerson({ first_name: 'Ann', username: 'ann_lee' })
  await expect(client.createPerson({ first_name: '' })).rejects.toThrow('400: first_name:')
  await expect(client.createPerson({ first_name: 'B', username: 'ANN_lee' })).rejects.toThrow(
    '409: username:',
  )
  await expect(client.createBot({ username: 'course', name: 'x' })).rejects.toThrow(
    '400: username: must end in bot',
  )
  await expect(client.createBot({ username: bot.username, name: 'x' })).rejects.toThrow('409: username:')
  await expect(client.bot('nobody_bot')).rejects.toThrow('404: there is no bot @nobody_bot')
  await expect(client.send(bot.username, 5, 'x')).rejects.toThrow('404: there is no person 5')
  await expect(client.send(bot.username, id, '')).rejects.toThrow('400: text:')
  await expect(client.block(bot.username, id)).rejects.toThrow('404: person')
  expect(await (await fetch(`${url}/emulator/nothing`)).json()).toEqual({
    error: 'there is no GET /emulator/nothing',
  })
  const headers = { 'content-type': 'application/json' }
  const broken = await fetch(`${url}/emulator/people`, { method: 'POST', headers, body: '{' })
  expect(broken.status).toBe(400)
})

it('should list chats and the messages after one', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  await bot.ok('sendMessage', { chat_id: person, text: 'hello' })
  expect((await client.messages(bot.username, person, 1)).map(({ text }) => text)).toEqual(['hello'])
  expect(await client.chats()).toMatchObject([
    { bot: bot.username, person, is_blocked: false, last_message: { text: 'hello' } },
  ])
})

it('should keep the last 500 messages of a chat', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  for (let i = 0; i < 510; i++) await bot.ok('sendMessage', { chat_id: person, text: `text ${i}` })
  const messages = await client.messages(bot.username, person)
  expect(messages).toHaveLength(500)
  expect(messages[0]?.text).toBe('text 10')
})

it('should log every call with its answer, without the token and the secret', async () => {
  const { client, createBot } = await testEmulator()
  const bot = await createBot()
  const other = await createBot()
  await bot.ok('getMe')
  await bot.error('sendMessage', { chat_id: 1, text: 'x' })
  await bot.ok('setWebhook', { url: `http://127.0.0.1:1/`, secret_token: 'very_secret' })
  await other.ok('getme')
  const calls = await client.calls()
  expect(calls.map(({ id, method }) => [id, method])).toEqual([
    [1, 'getMe'],
    [2, 'sendMessage'],
    [3, 'setWebhook'],
    [4, 'getMe'],
  ])
  expect(calls[1]).toMatchObject({
    bot: bot.username,
    parameters: { chat_id: 1, text: 'x' },
    answer: { ok: false, error_code: 400, description: 'Bad Request: chat not found' },
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
  })
  expect(calls[2]?.parameters.secret_token).toMatch(/^sha256:/)
  expect(JSON.stringify(calls)).not.toContain(bot.token)
  expect(await client.calls({ bot: bot.username, after: 2 })).toHaveLength(1)
})

it('should serve the page under a strict policy', async () => {
  const { url, client } = await testEmulator()
  expect(await client.health()).toEqual({ status: 'ok' })
  const page = await fetch(`${url}/?bot=a_bot&start=x`)
  expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/)
  expect((await fetch(`${url}/app.js`)).headers.get('content-type')).toMatch(/javascript/)
})
