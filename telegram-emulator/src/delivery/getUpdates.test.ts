import type { Update } from '@grammyjs/types'
import { expect, it } from 'vitest'

import { testEmulator, type TestBot } from '../testing/testEmulator.ts'
import { until } from '../testing/until.ts'

const poll = (bot: TestBot, parameters: object = {}) => bot.ok<Update[]>('getUpdates', parameters)

it('should give updates until an offset confirms them', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  for (const text of ['one', 'two']) await client.send(bot.username, person, text)
  const all = await poll(bot)
  expect(all.map(({ message }) => message?.text)).toEqual(['/start', 'one', 'two'])
  expect(await poll(bot, { limit: 1 })).toEqual(all.slice(0, 1))
  expect(await poll(bot, { offset: all[1]?.update_id })).toEqual(all.slice(1))
  expect(await poll(bot, { offset: -1 })).toEqual(all.slice(2))
  expect(await poll(bot)).toEqual(all.slice(2))
  expect(await poll(bot, { offset: (all[2]?.update_id ?? 0) + 1 })).toEqual([])
})

it('should answer a long poll as soon as there is an update', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const [start] = await poll(bot)
  const offset = (start?.update_id ?? 0) + 1
  const waiting = poll(bot, { offset, timeout: 30 })
  await client.send(bot.username, person, 'hello')
  expect((await waiting).map(({ message }) => message?.text)).toEqual(['hello'])
})

it('should answer an empty list when the time is over', async () => {
  const { createBot } = await testEmulator()
  expect(await poll(await createBot(), { timeout: 1 })).toEqual([])
})

it('should end the first of two pollers with 409', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const first = bot.error('getUpdates', { timeout: 30 })
  // The second may only come when the first one waits; its arrival leaves no trace, so it is repeated.
  let isOver = false
  void first.finally(() => (isOver = true))
  await until(async () => {
    await poll(bot, { timeout: 1 })
    return isOver
  }, 'the first poller was ended')
  expect(await first).toBe(
    '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  )
  await startedBy(bot)
  expect(await poll(bot, { timeout: 5 })).toHaveLength(1)
  expect((await client.calls({ bot: bot.username })).some(({ answer }) => answer?.ok === false)).toBe(true)
})

it('should answer 409 while a webhook is set, also to one who already waits', async () => {
  const { createBot } = await testEmulator()
  const bot = await createBot()
  const waiting = bot.error('getUpdates', { timeout: 30, offset: 5 })
  await bot.ok('getMe')
  await bot.ok('setWebhook', { url: 'http://127.0.0.1:1/hook' })
  expect(await waiting).toMatch(
    /^409 Conflict: (terminated by setWebhook request|can't use getUpdates method)/,
  )
  expect(await bot.error('getUpdates')).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  )
  await bot.ok('deleteWebhook')
  expect(await poll(bot)).toEqual([])
})

it('should skip the kinds of updates that are not allowed, and expired ones', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  await poll(bot, { allowed_updates: ['message'] })
  const person = await startedBy(bot)
  await client.block(bot.username, person)
  expect(await poll(bot)).toHaveLength(1)
  await client.advanceClock(86_400_001)
  expect(await poll(bot)).toEqual([])
})

it('should number anew after a week without updates, and skip nothing for a poller with its old offset', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const [start] = await poll(bot)
  const offset = (start?.update_id ?? 0) + 1
  await poll(bot, { offset })
  await client.advanceClock(7 * 86_400_000 - 60_000)
  await client.send(bot.username, person, 'in time')
  const [next] = await poll(bot, { offset })
  expect(next?.update_id).toBe(offset)
  await poll(bot, { offset: offset + 1 })
  await client.advanceClock(7 * 86_400_000 + 1000)
  await client.send(bot.username, person, 'after a week')
  const [later] = await poll(bot, { offset: offset + 1 })
  expect(later).toMatchObject({ message: { text: 'after a week' } })
  expect(later?.update_id).not.toBe(offset + 1)
})
