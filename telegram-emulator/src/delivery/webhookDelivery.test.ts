import type { Update } from '@grammyjs/types'
import { expect, it } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'
import { until } from '../testing/until.ts'
import { gate, webhookReceiver } from '../testing/webhookReceiver.ts'

async function hookedBot(settings: object = {}) {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const hook = await webhookReceiver()
  await bot.ok('setWebhook', { url: hook.url, ...settings })
  const texts = () => hook.received.map(({ update }) => update.message?.text)
  return { ...emulator, bot, hook, texts }
}

it('should post the update with the secret and increasing ids', async () => {
  const { client, bot, hook, startedBy } = await hookedBot({ secret_token: 'se_cret-1' })
  const person = await startedBy(bot)
  await client.send(bot.username, person, 'hello')
  await hook.waitFor(2)
  const [first, second] = hook.received
  expect(first?.headers['x-telegram-bot-api-secret-token']).toBe('se_cret-1')
  expect(first?.headers['content-type']).toBe('application/json')
  expect(first?.update.message).toMatchObject({
    text: '/start',
    from: { id: person, first_name: 'Ann', language_code: 'en', is_bot: false },
    chat: { id: person, type: 'private' },
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  })
  expect(second?.update.update_id).toBe((first?.update.update_id ?? 0) + 1)
})

it('should keep the order of a chat with one update in flight', async () => {
  const { client, bot, hook, texts, startedBy } = await hookedBot()
  const held = gate()
  let most = 0
  hook.handle = async () => {
    most = Math.max(most, hook.running())
    await held.opened
    return undefined
  }
  const person = await startedBy(bot)
  const sent = Array.from({ length: 20 }, (_, i) => `text ${i}`)
  for (const text of sent) await client.send(bot.username, person, text)
  expect(hook.received).toHaveLength(1)
  held.open()
  await hook.waitFor(21)
  expect(texts()).toEqual(['/start', ...sent])
  expect(most).toBe(1)
})

it('should deliver different chats, and a text and a tap of one person, side by side', async () => {
  const { client, bot, hook, startedBy } = await hookedBot()
  const reply_markup = { inline_keyboard: [[{ text: 'key', callback_data: 'a' }]] }
  const person = await startedBy(bot)
  await hook.waitFor(1)
  const { message_id } = await bot.ok<{ message_id: number }>('sendMessage', {
    chat_id: person,
    text: 'x',
    reply_markup,
  })
  const held = gate()
  hook.handle = async ({ callback_query: query }) => {
    await held.opened
    if (query) await bot.ok('answerCallbackQuery', { callback_query_id: query.id })
    return undefined
  }
  await client.send(bot.username, person, 'text')
  const tap = client.tap(bot.username, person, { message_id, text: 'key' })
  await startedBy(bot, 'Bob')
  await until(() => hook.running() === 3, 'three streams were delivered at once')
  held.open()
  expect(await tap).toEqual({})
})

it('should use no more connections at once than max_connections', async () => {
  const { bot, hook, startedBy } = await hookedBot({ max_connections: 2 })
  const held = gate()
  let most = 0
  hook.handle = async () => {
    most = Math.max(most, hook.running())
    await held.opened
    return undefined
  }
  await Promise.all(Array.from({ length: 12 }, (_, i) => startedBy(bot, `Person ${i}`)))
  await until(() => hook.running() === 2, 'both connections are busy')
  held.open()
  await hook.waitFor(12)
  expect(most).toBe(2)
})

it('should deliver again at once and then with growing pauses until a 2xx, holding the chat back', async () => {
  const { client, bot, hook, texts, startedBy } = await hookedBot()
  let failures = 4
  hook.handle = () => (failures-- > 0 ? { status: 500 } : undefined)
  const person = await startedBy(bot)
  await client.send(bot.username, person, 'next')
  await hook.waitFor(2)
  // 2 s, then 4 s on the emulator's clock; a little less is not enough.
  for (const [seconds, deliveries] of [
    [2, 3],
    [4, 4],
  ] as const) {
    await until(async () => (await pending()) === 2 && hook.running() === 0, 'the failure was noted')
    await client.advanceClock(seconds * 1000 - 900)
    expect(hook.received).toHaveLength(deliveries - 1)
    await client.advanceClock(900)
    await hook.waitFor(deliveries)
  }
  expect(texts()).toEqual(Array(4).fill('/start'))
  const info = await bot.ok('getWebhookInfo')
  expect(info).toMatchObject({
    pending_update_count: 2,
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    last_error_date: expect.any(Number) as number,
  })
  await client.advanceClock(8000)
  await hook.waitFor(6)
  expect(texts().slice(4)).toEqual(['/start', 'next'])
  expect(new Set(hook.received.slice(0, 5).map(({ update }) => update.update_id)).size).toBe(1)
  await until(async () => (await pending()) === 0, 'everything was acknowledged')

  async function pending() {
    return (await bot.ok<{ pending_update_count: number }>('getWebhookInfo')).pending_update_count
  }
})

it('should wait as long as Retry-After asks', async () => {
  const { client, bot, hook, startedBy } = await hookedBot()
  hook.handle = () =>
    hook.received.length === 1 ? { status: 429, headers: { 'retry-after': '30' } } : undefined
  await startedBy(bot)
  await until(
    async () => 'last_error_message' in (await bot.ok<object>('getWebhookInfo')),
    'the error was noted',
  )
  await client.advanceClock(29_000)
  expect(hook.received).toHaveLength(1)
  await client.advanceClock(1_000)
  await hook.waitFor(2)
})

it('should drop a tap after 150 s and a message after a day', async () => {
  const { client, bot, hook, startedBy } = await hookedBot()
  const reply_markup = { inline_keyboard: [[{ text: 'key', callback_data: 'a' }]] }
  const person = await startedBy(bot)
  const { message_id } = await bot.ok<{ message_id: number }>('sendMessage', {
    chat_id: person,
    text: 'x',
    reply_markup,
  })
  await hook.waitFor(1)
  await bot.ok('deleteWebhook')
  const tap = client.tap(bot.username, person, { message_id, text: 'key' }).catch(() => 'nobody answered')
  await client.send(bot.username, person, 'kept for a day')
  await until(async () => (await info()).pending_update_count === 2, 'both wait')
  await client.advanceClock(151_000)
  expect(await info()).toMatchObject({ pending_update_count: 1 })
  await bot.ok('setWebhook', { url: hook.url })
  await hook.waitFor(2)
  expect(hook.received[1]?.update.message?.text).toBe('kept for a day')

  hook.handle = () => ({ status: 500 })
  await client.send(bot.username, person, 'too old')
  await hook.waitFor(4)
  hook.handle = () => undefined
  await client.advanceClock(86_400_000)
  await until(async () => (await info()).pending_update_count === 0, 'it expired')
  await client.send(bot.username, person, 'new')
  await until(() => hook.received.at(-1)?.update.message?.text === 'new', 'the next one came')
  expect(hook.received).toHaveLength(5)
  void tap

  function info() {
    return bot.ok<{ pending_update_count: number }>('getWebhookInfo')
  }
})

it('should run the method that the webhook puts into its answer', async () => {
  const { client, bot, hook, startedBy } = await hookedBot()
  hook.handle = ({ message }: Update) => ({
    body: { method: 'sendMessage', chat_id: message?.chat.id, text: 'from the body' },
  })
  const person = await startedBy(bot)
  const message = await client.waitForMessage(bot.username, person, ({ from }) => from.is_bot)
  expect(message.text).toBe('from the body')
  expect((await client.calls({ bot: bot.username })).at(-1)).toMatchObject({
    method: 'sendMessage',
    answer: { ok: true },
  })
  hook.handle = () => ({ body: { method: 'deleteWebhook' } })
  await client.send(bot.username, person, 'x')
  await hook.waitFor(2)
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ url: hook.url })
})

it('should say in getWebhookInfo that nobody listens, and deliver once somebody does', async () => {
  const { client, bot, hook, startedBy } = await hookedBot()
  await bot.ok('setWebhook', { url: 'http://127.0.0.1:1/closed' })
  await startedBy(bot)
  const info = () => bot.ok<{ last_error_message?: string }>('getWebhookInfo')
  await until(async () => (await info()).last_error_message === 'Connection refused', 'the error was noted')
  await bot.ok('setWebhook', { url: hook.url })
  await hook.waitFor(1)
  await until(async () => !('last_error_message' in (await info())), 'the error is forgotten')
  expect((await client.calls()).length).toBeGreaterThan(0)
})

it('should deliver an update that was in flight to the next webhook again', async () => {
  const { bot, hook, startedBy } = await hookedBot()
  const held = gate()
  hook.handle = async () => (await held.opened, undefined)
  await startedBy(bot)
  await hook.waitFor(1)
  const next = await webhookReceiver()
  await bot.ok('setWebhook', { url: next.url })
  await next.waitFor(1)
  held.open()
  expect(next.received[0]?.update.update_id).toBe(hook.received[0]?.update.update_id)
})

it('should drop what waits when the next webhook is set so, also what is in flight', async () => {
  const { client, bot, hook, startedBy } = await hookedBot()
  const held = gate()
  hook.handle = async () => (await held.opened, undefined)
  const person = await startedBy(bot)
  await client.send(bot.username, person, 'behind')
  await hook.waitFor(1)
  const next = await webhookReceiver()
  await bot.ok('setWebhook', { url: next.url, drop_pending_updates: true })
  held.open()
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ pending_update_count: 0 })
  await client.send(bot.username, person, 'new')
  await next.waitFor(1)
  expect(next.received.map(({ update }) => update.message?.text)).toEqual(['new'])
})

it('should remove a webhook that answers 410 for 23 hours', async () => {
  const { client, bot, hook, startedBy } = await hookedBot()
  hook.handle = () => ({ status: 410 })
  await startedBy(bot)
  await hook.waitFor(2)
  const url = async () => (await bot.ok<{ url: string }>('getWebhookInfo')).url
  await client.advanceClock(22 * 3600_000)
  await hook.waitFor(3)
  expect(await url()).toBe(hook.url)
  await until(() => hook.running() === 0, 'it was answered')
  await client.advanceClock(3600_000 + 60_000)
  await until(async () => (await url()) === '', 'the webhook was removed')
})

it('should send my_chat_member when the person blocks and unblocks the bot, and nothing that is not allowed', async () => {
  const { client, bot, hook, startedBy } = await hookedBot()
  const person = await startedBy(bot)
  await client.block(bot.username, person)
  await client.block(bot.username, person)
  await expect(client.send(bot.username, person, 'x')).rejects.toThrow('409: person')
  await client.send(bot.username, person, '/start again')
  await hook.waitFor(4)
  const members = hook.received.flatMap(({ update }) => update.my_chat_member ?? [])
  expect(members.map(({ old_chat_member: o, new_chat_member: n }) => [o.status, n.status])).toEqual([
    ['member', 'kicked'],
    ['kicked', 'member'],
  ])
  await bot.ok('setWebhook', { url: hook.url, allowed_updates: ['message'] })
  await client.block(bot.username, person)
  await client.send(bot.username, person, '/start')
  await hook.waitFor(5)
  expect(hook.received.at(-1)?.update.message?.text).toBe('/start')
})
