import { onTestFinished, expect, it } from 'vitest'

import { readEvents } from '../client/readEvents.ts'
import { requestJson } from '../client/requestJson.ts'
import { testEmulator } from '../testing/testEmulator.ts'
import { until } from '../testing/until.ts'
import type { ClockEvent } from './clockClients.ts'

/** Follows the clock as a product process does; `confirms` says whether it answers an advance. */
async function follower(url: string, confirms: (event: ClockEvent) => boolean) {
  const seen: ClockEvent[] = []
  const opened = Promise.withResolvers<void>()
  let isOver = false
  const reading = readEvents<ClockEvent, true>(`${url}/emulator/clock/stream`, 60_000, {
    onOpen: () => (opened.resolve(), Promise.resolve(undefined)),
    onEvent: (event) => {
      seen.push(event)
      const { client_id, version } = event
      if (seen.length > 1 && confirms(event)) {
        void requestJson(`${url}/emulator/clock/confirm`, 'POST', { client_id, version })
      }
      return isOver || undefined
    },
  }).catch(() => undefined)
  onTestFinished(() => {
    isOver = true
    void reading
  })
  await opened.promise
  await until(() => seen.length > 0, 'the first event came')
  return seen
}

it('should start in the present and shift the dates of messages', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  expect(await client.clock()).toMatchObject({ offset_ms: 0, version: 0, clients: 0 })
  const advanced = await client.advanceClock(3_600_000)
  expect(advanced).toMatchObject({ offset_ms: 3_600_000, version: 1 })
  expect(Date.parse(advanced.now) - Date.now()).toBeGreaterThan(3_590_000)
  const bot = await createBot()
  const message = await client.send(bot.username, await startedBy(bot), 'x')
  expect(message.date * 1000 - Date.now()).toBeGreaterThan(3_590_000)
})

it('should answer an advance after every connected process has confirmed it', async () => {
  const { url, client } = await testEmulator()
  const quick = await follower(url, () => true)
  const release = Promise.withResolvers<void>()
  const slow = await follower(url, ({ client_id, version }) => {
    void release.promise.then(() =>
      requestJson(`${url}/emulator/clock/confirm`, 'POST', { client_id, version }),
    )
    return false
  })
  expect(quick[0]).toMatchObject({ offset_ms: 0, version: 0, client_id: expect.any(String) as string })
  let isAnswered = false
  const advancing = client.advanceClock(5000).finally(() => (isAnswered = true))
  await until(() => quick.length === 2 && slow.length === 2, 'both were told')
  expect(isAnswered).toBe(false)
  release.resolve()
  expect(await advancing).toMatchObject({ offset_ms: 5000, version: 1, clients: 2 })
  expect(slow[1]).toEqual({ client_id: slow[0]?.client_id, offset_ms: 5000, version: 1 })
})

it('should not wait for a process that has gone', async () => {
  const { url, client } = await testEmulator()
  const end = new AbortController()
  await fetch(`${url}/emulator/clock/stream`, { signal: end.signal })
  await until(async () => (await client.clock()).clients === 1, 'it is connected')
  const advancing = client.advanceClock(1000)
  end.abort()
  expect(await advancing).toMatchObject({ version: 1, clients: 0 })
})

it('should name how many processes did not confirm in time', async () => {
  const { url, client } = await testEmulator({ limits: { clockConfirmMs: 200 } })
  await follower(url, () => true)
  await follower(url, () => false)
  await expect(client.advanceClock(1000)).rejects.toThrow(
    '504: the clock was advanced, but 1 of 2 connected processes did not confirm version 1 within 0.2 s',
  )
  expect(await client.clock()).toMatchObject({ offset_ms: 1000 })
})

it('should refuse to go back and to confirm for a stranger', async () => {
  const { url, client } = await testEmulator()
  await expect(client.advanceClock(-1)).rejects.toThrow('400: advance_ms')
  await expect(
    requestJson(`${url}/emulator/clock/confirm`, 'POST', { client_id: 'x', version: 1 }),
  ).rejects.toThrow('404: client_id')
})

it('should go back to real time with a reset, as soon as every connected process has confirmed it', async () => {
  const { url, client } = await testEmulator()
  await client.advanceClock(5000)
  const seen = await follower(url, () => true)
  expect(await client.reset()).toMatchObject({ offset_ms: 0, version: 2, clients: 1 })
  expect(seen).toMatchObject([
    { offset_ms: 5000, version: 1 },
    { offset_ms: 0, version: 2 },
  ])
})
