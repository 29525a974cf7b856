import { expect, it } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'

async function startedChat() {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const person = await emulator.startedBy(bot)
  const texts = async () => (await emulator.client.messages(bot.username, person, 1)).map(({ text }) => text)
  const message = (text: string) => ({ chat_id: person, text })
  return { ...emulator, bot, texts, message }
}

it('should answer the next calls with the error, and then be used up', async () => {
  const { client, bot, texts, message } = await startedChat()
  await client.addFault({ method: 'sendmessage', error_code: 429, retry_after: 3, times: 2 })
  const limited = await bot.call('sendMessage', message('one'))
  expect(limited).toEqual({
    ok: false,
    status: 429,
    error_code: 429,
    description: 'Too Many Requests: retry after 3',
    parameters: { retry_after: 3 },
  })
  expect(await bot.ok('getMe')).toBeTruthy()
  expect(await client.faults()).toMatchObject([{ times: 1 }])
  expect(await bot.error('sendMessage', message('two'))).toMatch(/^429/)
  await bot.ok('sendMessage', message('three'))
  expect(await texts()).toEqual(['three'])
  expect(await client.faults()).toEqual([])
})

it('should let the call take effect before the error with after_apply', async () => {
  const { client, bot, texts, message } = await startedChat()
  await client.addFault({
    bot: bot.username,
    method: 'sendMessage',
    error_code: 500,
    after_apply: true,
    times: 1,
  })
  expect(await bot.error('sendMessage', message('sent'))).toBe('500 Internal Server Error')
  expect(await texts()).toEqual(['sent'])
})

it('should cut the connection when there is no error and no delay', async () => {
  const { client, bot, texts, message } = await startedChat()
  await client.addFault({ method: 'sendMessage', times: 1 })
  await expect(bot.call('sendMessage', message('lost'))).rejects.toThrow()
  await client.addFault({ method: 'sendMessage', after_apply: true, times: 1 })
  await expect(bot.call('sendMessage', message('uncertain'))).rejects.toThrow()
  expect(await texts()).toEqual(['uncertain'])
  expect((await client.calls()).at(-1)).toMatchObject({ method: 'sendMessage', answer: null })
})

it('should answer late with delay_ms', async () => {
  const { client, bot, message } = await startedChat()
  await client.addFault({ method: 'sendMessage', delay_ms: 60, times: 1 })
  const startedAt = performance.now()
  await bot.ok('sendMessage', message('late'))
  expect(performance.now() - startedAt).toBeGreaterThan(55)
})

it('should hit the named bot only, and be clearable', async () => {
  const { client, createBot, bot } = await startedChat()
  const other = await createBot()
  await client.addFault({ bot: other.username, error_code: 403, times: 5 })
  expect(await bot.ok('getMe')).toBeTruthy()
  expect(await other.error('getMe')).toBe('403 Forbidden: bot was blocked by the user')
  await client.clearFaults()
  expect(await other.ok('getMe')).toBeTruthy()
})

it('should refuse a fault that makes no sense', async () => {
  const { client } = await startedChat()
  await expect(client.addFault({ method: 'sendMesage', times: 1 })).rejects.toThrow(
    '400: method: is not a Bot API method',
  )
  await expect(client.addFault({ bot: 'nobody_bot', times: 1 })).rejects.toThrow(
    '404: there is no bot @nobody_bot',
  )
  await expect(client.addFault({ error_code: 200, times: 0 })).rejects.toThrow(/error_code: .*; times: /)
})
