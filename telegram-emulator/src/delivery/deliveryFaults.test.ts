import type { Update } from '@grammyjs/types'
import { expect, it } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'
import { until } from '../testing/until.ts'
import { webhookReceiver } from '../testing/webhookReceiver.ts'

async function hookedBot() {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const hook = await webhookReceiver()
  await bot.ok('setWebhook', { url: hook.url })
  const person = await emulator.startedBy(bot)
  await hook.waitFor(1)
  const texts = () => hook.received.slice(1).map(({ update }) => update.message?.text)
  const send = (text: string) => emulator.client.send(bot.username, person, text)
  return { ...emulator, bot, hook, person, texts, send }
}

it('should deliver an acknowledged update a second time, before what follows', async () => {
  const { client, bot, hook, send, texts } = await hookedBot()
  await client.addFault({
    target: 'delivery',
    bot: bot.username,
    kind: 'message',
    duplicate: true,
    times: 1,
  })
  await send('twice')
  await send('once')
  await hook.waitFor(4)
  expect(texts()).toEqual(['twice', 'twice', 'once'])
  expect(hook.received[1]?.update.update_id).toBe(hook.received[2]?.update.update_id)
  expect(await bot.ok('getWebhookInfo')).not.toHaveProperty('last_error_message')
  expect(await client.faults()).toEqual([])
})

it('should lose the 2xx of an update, and neither run its method nor forget it', async () => {
  const { client, bot, hook, person, send, texts } = await hookedBot()
  hook.handle = () => ({ body: { method: 'sendMessage', chat_id: person, text: 'from the body' } })
  await client.addFault({ target: 'delivery', drop_answer: true, times: 1 })
  await send('lost')
  await hook.waitFor(3)
  expect(texts()).toEqual(['lost', 'lost'])
  await client.waitForMessage(bot.username, person, ({ text }) => text === 'from the body')
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ last_error_message: 'Connection reset by peer' })
  expect((await client.calls()).filter(({ method }) => method === 'sendMessage')).toHaveLength(1)
})

it('should hold an update back on the emulator clock, and its stream with it', async () => {
  const { client, createBot, startedBy, hook, send, texts, bot } = await hookedBot()
  await client.addFault({ target: 'delivery', delay_ms: 60_000, times: 1 })
  await send('late')
  await send('behind')
  await startedBy(bot, 'Bob')
  await hook.waitFor(2)
  expect(texts()).toEqual(['/start'])
  await client.advanceClock(60_000)
  await hook.waitFor(4)
  expect(texts()).toEqual(['/start', 'late', 'behind'])
  expect(await createBot()).toBeTruthy()
})

it('should give a poller the delayed update when it is due, and the repeated one twice', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  await client.addFault({ target: 'delivery', delay_ms: 60_000, duplicate: true, times: 1 })
  await startedBy(bot)
  expect(await bot.ok('getUpdates')).toEqual([])
  const waiting = bot.ok<Update[]>('getUpdates', { timeout: 30 })
  await client.advanceClock(60_000)
  const [update] = await waiting
  const offset = (update?.update_id ?? 0) + 1
  expect(await bot.ok('getUpdates', { offset })).toEqual([update])
  expect(await bot.ok('getUpdates', { offset })).toEqual([])
})

it('should name what is wrong with the fault', async () => {
  const { client } = await testEmulator()
  await expect(client.addFault({ target: 'delivery', times: 1 })).rejects.toThrow('expected duplicate')
  await expect(
    client.addFault({ target: 'delivery', kind: 'news' as never, duplicate: true, times: 1 }),
  ).rejects.toThrow('400: kind')
})

it('should tell what becomes of an update', async () => {
  const { url, client, bot, hook, person, send } = await hookedBot()
  const stream = await fetch(`${url}/emulator/events?bot=${bot.username}`)
  const seen: string[] = []
  void (async () => {
    for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
      for (const [, data = ''] of chunk.matchAll(/^data: (.*)$/gm)) {
        const event = JSON.parse(data) as { type: string; kind: string; outcome: string }
        if (event.type === 'update') seen.push(`${event.kind} ${event.outcome}`)
      }
    }
  })().catch(() => {})
  let failures = 1
  hook.handle = () => (failures-- > 0 ? { status: 500 } : undefined)
  await send('x')
  await until(() => seen.length === 3, 'it was delivered')
  await bot.ok('setWebhook', { url: hook.url, allowed_updates: ['message'] })
  await client.block(bot.username, person)
  await until(() => seen.length === 4, 'it was refused')
  expect(seen).toEqual([
    'message waiting',
    'message failed',
    'message delivered',
    'my_chat_member not_allowed',
  ])
})
