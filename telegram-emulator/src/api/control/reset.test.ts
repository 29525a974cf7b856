import { expect, it } from 'vitest'

import { eventDuring } from '../../testing/eventDuring.ts'
import { startedChat } from '../../testing/startedChat.ts'
import { webhookReceiver } from '../../testing/webhookReceiver.ts'

it('should make the emulator as new and tell whoever listens', async () => {
  const { url, client, bot, person, sendText } = await startedChat()
  await sendText('one')
  await client.advanceClock(3600_000)
  await client.addFault({ method: 'getMe', error_code: 500, times: 1 })
  const [last] = (await client.calls()).slice(-1)
  await eventDuring(url, 'reset', () => client.reset())
  expect(await client.people()).toEqual([])
  expect(await client.bots()).toEqual([])
  expect(await client.chats()).toEqual([])
  expect(await client.faults()).toEqual([])
  expect(await client.calls()).toEqual([])
  expect((await client.clock()).offset_ms).toBe(0)
  expect(await bot.error('getMe')).toBe('401 Unauthorized')
  const { token } = await client.createBot({ username: bot.username, name: 'New' })
  expect(token).not.toBe(bot.token)
  expect((await client.createPerson({ first_name: 'Ann' })).id).not.toBe(person)
  await fetch(`${url}/bot${token}/getMe`)
  const [call] = await client.calls()
  expect(call?.id).toBeGreaterThan(last?.id ?? 0)
})

it('should send nothing more to webhooks of before, and end what waits', async () => {
  const { client, bot, person, sendText } = await startedChat()
  const hook = await webhookReceiver()
  hook.handle = () => ({ status: 500 })
  await bot.ok('setWebhook', { url: hook.url })
  const { message_id } = await sendText('x', {
    reply_markup: { inline_keyboard: [[{ text: 'Next', callback_data: 'next' }]] },
  })
  const tap = client.tap(bot.username, person, { message_id, text: 'Next' })
  await hook.waitFor(2)
  await Promise.all([expect(tap).rejects.toThrow('504'), client.reset()])
  const delivered = hook.received.length
  await client.advanceClock(300_000)
  expect(hook.received).toHaveLength(delivered)
})
