import type { Update } from '@grammyjs/types'
import fc from 'fast-check'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'

import { startEmulator } from '../startEmulator.ts'
import { PollModel } from '../testing/delivery/pollModel.ts'
import { connect } from '../testing/testEmulator.ts'
import { webhookReceiver } from '../testing/webhookReceiver.ts'

const DAY_MS = 24 * 3600 * 1000
const TAP_MS = 150_000
/** Longer than the test: a poll that waits is ended by what happens. */
const LONG_S = 50

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('push' as const),
        isTap: fc.boolean(),
        isRepeated: fc.option(fc.constant(true), { nil: false, freq: 5 }),
        delayMs: fc.option(fc.constantFrom(1000, 100_000), { nil: 0, freq: 6 }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('poll' as const),
        // From the end of what there is; below it, at it, and beyond it.
        offset: fc.oneof(fc.constant('none' as const), fc.constantFrom(-8, -3, -2, -1, 0, 1, 10, 11, 12)),
        limit: fc.constantFrom(1, 2, 100),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(-1, -2, -100).map((offset) => ({ do: 'pollFromEnd' as const, offset })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(999, 1000, 99_000, 150_000, DAY_MS)
        .map((ms) => ({ do: 'advance' as const, ms })),
    },
    ...(['waitForUpdate', 'hangUp', 'twoPollers', 'setWebhook', 'drop'] as const).map((name) => ({
      weight: 1,
      arbitrary: fc.constant({ do: name }),
    })),
  ),
  { minLength: 5, maxLength: 30 },
)

type Step = (typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never) & object

// Real time stands still, so that the emulator's clock moves by the steps alone.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
})

it(
  'should give a poller exactly what its offsets ask for, whatever happens',
  { timeout: 120_000 },
  async () => {
    // Nobody waits for the answers to taps here.
    const emulator = await startEmulator({ port: 0, limits: { tapMs: 0 } })
    onTestFinished(() => emulator.close())
    const hook = await webhookReceiver()
    hook.handle = () => new Promise(() => {})
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const run = await pollerOf(emulator.url, hook.url)
        for (const step of given) await run(step)
        await run({ do: 'poll', offset: 'none', limit: 100 })
      }),
      { seed: 1, numRuns: 100 },
    )
  },
)

async function pollerOf(url: string, hookUrl: string): Promise<(step: Step) => Promise<void>> {
  const { client, createBot, startedBy } = connect(url)
  await client.reset()
  const bot = await createBot()
  const person = await startedBy(bot)
  const [start] = await bot.ok<Update[]>('getUpdates')
  let nowMs = Date.now()
  const model = new PollModel((start?.update_id ?? 0) + 1, () => nowMs)
  await bot.ok('getUpdates', { offset: model.nextId })

  const wait = (offset: number) => bot.call('getUpdates', { offset, timeout: LONG_S })
  const ids = (updates: unknown) => (updates as Update[]).map(({ update_id: id }) => id)
  const push = async (isTap: boolean) => {
    if (isTap)
      await expect(client.tap(bot.username, person, { message_id: 2, data: 'x' })).rejects.toThrow('504')
    else await client.send(bot.username, person, 'x')
  }
  const { message_id } = await bot.ok<{ message_id: number }>('sendMessage', { chat_id: person, text: 'tap' })
  expect(message_id).toBe(2)

  async function poll(offset: number, limit: number): Promise<void> {
    const found = await bot.ok<Update[]>('getUpdates', { ...(offset !== 0 && { offset }), limit })
    expect(ids(found)).toEqual(model.poll(offset, limit))
  }
  /** Confirms everything, so that a poll can wait; false if something is held back. */
  async function isEmpty(): Promise<boolean> {
    await poll(model.nextId, 100)
    await poll(model.nextId, 100)
    return model.isOpen
  }
  async function arrives(waiting: ReturnType<typeof wait>): Promise<void> {
    model.push(DAY_MS)
    await push(false)
    const answer = await waiting
    expect(answer.ok && ids(answer.result)).toEqual(model.poll(0, 100))
  }

  return async (step) => {
    if (step.do === 'push') {
      const { isRepeated, delayMs, isTap } = step
      if (isRepeated || delayMs > 0)
        await client.addFault({
          target: 'delivery',
          times: 1,
          ...(isRepeated && { duplicate: true as const }),
          ...(delayMs > 0 && { delay_ms: delayMs }),
        })
      model.push(isTap ? TAP_MS : DAY_MS, { isRepeated, delayMs })
      await push(isTap)
    } else if (step.do === 'poll') {
      await poll(step.offset === 'none' ? 0 : model.nextId + step.offset, step.limit)
    } else if (step.do === 'pollFromEnd') await poll(step.offset, 100)
    else if (step.do === 'advance') {
      nowMs += step.ms
      await client.advanceClock(step.ms)
    } else if (step.do === 'drop') {
      model.drop()
      await bot.ok('deleteWebhook', { drop_pending_updates: true })
    } else if (step.do === 'setWebhook') {
      const waiting = (await isEmpty()) ? wait(model.nextId) : undefined
      await bot.ok('setWebhook', { url: hookUrl })
      if (waiting) expect(await waiting).toMatchObject({ ok: false, error_code: 409 })
      expect(await bot.error('getUpdates')).toMatch(/^409 Conflict: can't use getUpdates/)
      await bot.ok('deleteWebhook')
    } else if (!(await isEmpty())) return
    else if (step.do === 'waitForUpdate') await arrives(wait(model.nextId))
    else if (step.do === 'hangUp') {
      const gone = new AbortController()
      const address = `${url}/bot${bot.token}/getUpdates?timeout=${LONG_S}`
      const waiting = fetch(address, { signal: gone.signal }).catch(() => undefined)
      // One round trip later it waits in all likelihood; whether it does makes no difference to what is expected.
      await bot.ok('getMe')
      gone.abort()
      await waiting
      model.push(DAY_MS)
      await push(false)
    } else {
      const pollers = [wait(model.nextId), wait(model.nextId)]
      const ended = await Promise.race(
        pollers.map(async (poller, index) => ({ answer: await poller, index })),
      )
      expect(ended.answer).toMatchObject({ ok: false, error_code: 409 })
      await arrives(pollers[1 - ended.index]!)
    }
  }
}
