import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { TelegramAnswer, TelegramTransport } from '../bot/telegramTransport.ts'
import { createSendTally, type SendTally } from './createSendTally.ts'

const fine: TelegramAnswer = { ok: true, result: true }

let tally: SendTally
let transport: TelegramTransport
let answer: TelegramAnswer
let told: [string, number][][]
let frozen: [string, number][]

const send = (bot = '1', method = 'sendMessage') => transport.call(`${bot}:secret`, method, {})
const pace = {
  count: async (sent: ReadonlyMap<string, number>) => void told.push([...sent]),
  freeze: async (bot: string, restMs: number) => void frozen.push([bot, restMs]),
}

beforeEach(() => {
  vi.useFakeTimers()
  answer = fine
  told = []
  frozen = []
  tally = createSendTally({ tellMs: 100 })
  transport = tally.around({ call: async () => answer, close: () => undefined })
})
afterEach(() => vi.useRealTimers())

describe('createSendTally', () => {
  it('should tell what each bot has sent, once for all of it', async () => {
    tally.tell(pace)
    await send('1')
    await send('2', 'sendRichMessage')
    await send('1', 'editMessageText')
    for (const quiet of ['answerCallbackQuery', 'sendChatAction', 'getMe', 'setMyCommands'])
      await send('1', quiet)
    expect(told).toEqual([])
    vi.advanceTimersByTime(100)
    expect(told).toEqual([[['1', 2], ['2', 1]]]) // prettier-ignore
    vi.advanceTimersByTime(1000)
    expect(told).toHaveLength(1)
  })

  it('should leave out what has taken its turn', async () => {
    tally.tell(pace)
    tally.except('1')
    tally.except('2')
    await send('1')
    await send('2')
    await send('2')
    vi.advanceTimersByTime(100)
    expect(told).toEqual([[['2', 1]]])
  })

  it('should tell at once that a bot has to rest, and say how long', async () => {
    tally.tell(pace)
    answer = { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 7 } }
    expect(await send('3')).toBe(answer)
    expect(frozen).toEqual([['3', 7000]])
  })

  it('should hold nobody up when nobody listens, or when it cannot be told', async () => {
    expect(await send()).toBe(fine)
    vi.advanceTimersByTime(1000)
    const away = () => Promise.reject(new Error('away'))
    tally.tell({ count: away, freeze: away })
    answer = { ok: false, error_code: 429, description: 'Too Many Requests' }
    expect(await send()).toBe(answer)
    await vi.advanceTimersByTimeAsync(1000)
    tally.tell(pace)
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([])
  })
})
