import { beforeEach, describe, expect, it } from 'vitest'

import { TelegramNetworkError, type TelegramAnswer, type TelegramTransport } from './telegramTransport.ts'
import { withBreakers } from './withBreakers.ts'

const fine: TelegramAnswer = { ok: true, result: true }
const badGateway: TelegramAnswer = { ok: false, error_code: 502, description: 'Bad Gateway' }
const forbidden: TelegramAnswer = { ok: false, error_code: 403, description: 'Forbidden' }

let time: number
let calls: string[]
let answer: (token: string) => TelegramAnswer | Promise<TelegramAnswer>
let transport: ReturnType<typeof withBreakers>

const call = (token = '1:secret', signal?: AbortSignal) => transport.call(token, 'sendMessage', {}, signal)
const failTimes = async (times: number, token?: string) => {
  for (let count = 0; count < times; count += 1) await call(token).catch(() => undefined)
}

beforeEach(() => {
  time = 0
  calls = []
  answer = () => badGateway
  const inner: TelegramTransport = {
    close: () => undefined,
    call: async (token) => {
      calls.push(token)
      return answer(token)
    },
  }
  transport = withBreakers(inner, { now: () => time, failures: 3, firstRestMs: 1000, longestRestMs: 3000 })
})

describe('withBreakers', () => {
  it('should refuse at once what would fail, and say when to come again', async () => {
    await failTimes(3)
    await expect(call()).rejects.toMatchObject({ code: 'resting', retryAfterMs: 1000 })
    expect(calls).toHaveLength(3)
    expect(transport.resting()).toBe(1)
  })

  it('should count what gets no answer, and not what was hung up', async () => {
    answer = () => Promise.reject(new TelegramNetworkError('sendMessage', 'timeout'))
    const hungUp = AbortSignal.abort()
    for (let count = 0; count < 5; count += 1) await call('1:secret', hungUp).catch(() => undefined)
    expect(transport.resting()).toBe(0)
    await failTimes(3)
    expect(transport.resting()).toBe(1)
  })

  it('should let updates be waited for meanwhile', async () => {
    await failTimes(3)
    answer = () => fine
    expect(await transport.call('1:secret', 'getUpdates', { timeout: 30 })).toEqual(fine)
    expect(transport.resting()).toBe(1)
  })

  it('should disturb no other bot', async () => {
    answer = (token) => (token.startsWith('1:') ? badGateway : fine)
    await failTimes(3)
    expect(await call('2:secret')).toEqual(fine)
    expect(await call('11:secret')).toEqual(fine)
  })

  it('should let one call try, and go on when it works', async () => {
    await failTimes(3)
    time = 1000
    const probe = Promise.withResolvers<TelegramAnswer>()
    answer = () => probe.promise
    const trying = call()
    await expect(call()).rejects.toMatchObject({ code: 'resting' })
    probe.resolve(fine)
    expect(await trying).toEqual(fine)
    answer = () => fine
    expect(await call()).toEqual(fine)
    expect(transport.resting()).toBe(0)
  })

  it('should rest longer each time, up to a limit', async () => {
    await failTimes(3)
    const rests: unknown[] = []
    for (let count = 0; count < 3; count += 1) {
      time += 60_000
      await failTimes(1)
      rests.push(await call().catch((error: TelegramNetworkError) => error.retryAfterMs))
    }
    expect(rests).toEqual([2000, 3000, 3000])
  })

  it('should rest once for calls that fail together', async () => {
    await Promise.all(Array.from({ length: 20 }, () => call().catch(() => undefined)))
    expect(await call().catch((error: TelegramNetworkError) => error.retryAfterMs)).toBe(1000)
  })

  it('should count failures in a row alone, and no refusals', async () => {
    await failTimes(2)
    answer = () => forbidden
    await call()
    answer = () => badGateway
    await failTimes(2)
    expect(transport.resting()).toBe(0)
  })
})
