import { expect, it } from 'vitest'

import { eventDuring } from '../../testing/eventDuring.ts'
import { testEmulator } from '../../testing/testEmulator.ts'
import { until } from '../../testing/until.ts'
import { webhookReceiver } from '../../testing/webhookReceiver.ts'

it('should delete a bot with its chats: its token is nobody’s, and nothing more is delivered', async () => {
  const { url, client, createBot, startedBy } = await testEmulator()
  const [bot, other] = [await createBot(), await createBot()]
  const person = await startedBy(bot)
  await client.send(other.username, person, '/start')
  const hook = await webhookReceiver()
  hook.handle = () => ({ status: 500 })
  await bot.ok('setWebhook', { url: hook.url })
  await hook.waitFor(2)
  const deleted = await eventDuring(url, 'bot_deleted', () => client.deleteBot(bot.username))
  expect(deleted).toEqual({ type: 'bot_deleted', bot: bot.username })
  expect(await bot.error('getMe')).toBe('401 Unauthorized')
  expect(await bot.error('sendMessage', { chat_id: person, text: 'x' })).toBe('401 Unauthorized')
  expect(await client.bots()).toMatchObject([{ username: other.username }])
  expect(await client.chats()).toMatchObject([{ bot: other.username }])
  await expect(client.send(bot.username, person, 'x')).rejects.toThrow('404: there is no bot')
  await expect(client.deleteBot(bot.username)).rejects.toThrow('404: there is no bot')
  await until(() => hook.running() === 0, 'nothing is in flight')
  const before = hook.received.length
  await client.advanceClock(3_600_000)
  await client.send(other.username, person, 'x')
  expect(hook.received).toHaveLength(before)
  const { token } = await client.createBot({ username: bot.username, name: 'Next' })
  expect(token).not.toBe(bot.token)
})

it('should end a waiting poller of the deleted bot', async () => {
  const { client, createBot } = await testEmulator()
  const bot = await createBot()
  const waiting = bot.call('getUpdates', { timeout: 50 })
  await bot.ok('getMe')
  await client.deleteBot(bot.username)
  // Empty for one that waited already, 401 for one that came too late.
  expect([200, 401]).toContain((await waiting).status)
})

it('should let a bot manage others and take it back', async () => {
  const { client, createBot } = await testEmulator()
  const bot = await createBot()
  const { id } = await client.createPerson({ first_name: 'Ann' })
  const make = (username: string) =>
    client.createManagedBot({ manager: bot.username, person: id, username, name: 'x' })
  await expect(make('one_bot')).rejects.toThrow('cannot manage bots')
  expect(await client.updateBot(bot.username, { can_manage_bots: true })).toMatchObject({
    can_manage_bots: true,
  })
  expect(await bot.ok('getMe')).toMatchObject({ can_manage_bots: true })
  const { bot: managed } = await make('one_bot')
  expect(await bot.ok('getManagedBotToken', { user_id: managed.id })).toBeTruthy()
  await client.updateBot(bot.username, { can_manage_bots: false })
  expect(await bot.error('getManagedBotToken', { user_id: managed.id })).toBe(
    '400 Bad Request: BOT_ACCESS_FORBIDDEN',
  )
  await client.deleteBot('one_bot')
  await client.updateBot(bot.username, { can_manage_bots: true })
  expect(await bot.error('getManagedBotToken', { user_id: managed.id })).toBe(
    '400 Bad Request: user not found',
  )
})
