import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { createRunnerClient } from '../../../src/contracts/runnerClient.ts'
import { createTelegramTransport } from '../bot/telegramTransport.ts'
import type { Lease } from '../fleet/lease.ts'
import { openCourseBot } from '../fleet/courseBot.ts'
import { cmsSecret, startFakeCms, type FakeCms } from '../testing/startFakeCms.ts'
import { startFakeTelegram, type FakeTelegram } from '../testing/startFakeTelegram.ts'
import { buildBot, testRing } from '../testing/testBot.ts'
import { setUpBot } from './setUpBot.ts'

let cms: FakeCms
let telegram: FakeTelegram
let bot: RunnerBot
let released: number
const retryAt = new Date('2030-01-01T00:00:00Z')

const run = (
  lease: Lease | null = { lost: new AbortController().signal, release: async () => void released++ },
) => {
  const transport = createTelegramTransport({ apiRoot: telegram.url, timeoutMs: 1000 })
  const job = { botId: bot.id, outboxId: randomUUID() }
  const outcome = setUpBot(
    {
      client: createRunnerClient({ baseUrl: cms.url, secret: cmsSecret, timeoutMs: 1000 }),
      tokens: null,
      setAccess: null,
      openApi: async (record) => (await openCourseBot(record, testRing, transport)).bot.api,
      lock: async () => lease,
      mayRearm: true,
      webhookOf: async ({ key }) => ({ url: `https://bots.example/tg/${key}`, secret: 's' }),
      log: pino({ level: 'silent' }),
    },
    job,
    { retryAt },
  )
  return { job, outcome }
}

beforeEach(async () => {
  ;[cms, telegram, bot] = await Promise.all([startFakeCms(), startFakeTelegram(), buildBot()])
  released = 0
  cms.bots.push(bot)
  const wished = {
    isServing: true,
    isPaused: false,
    isProven: true,
    isListening: true,
    isRotating: false,
    access: null,
    pictureHash: null,
    texts: {},
    commands: {},
  }
  cms.wished.set(bot.id, { wished, applied: {} })
  telegram.answer = ({ method }) =>
    method === 'getMe'
      ? { result: { id: bot.telegramBotId, is_bot: true, first_name: 'A', username: 'a_bot' } }
      : undefined
})
afterEach(() => Promise.all([cms.close(), telegram.close()]))

describe('setUpBot', () => {
  it('should report the bot live and its row done', async () => {
    const { job, outcome } = run()
    expect(await outcome).toEqual({ status: 'done' })
    expect(cms.reports).toEqual([{ botId: bot.id, report: expect.objectContaining({ state: 'live' }) }])
    expect(cms.completed).toEqual([job.outboxId])
    expect(released).toBe(1)
  })

  it('should come back soon when another runner is at it', async () => {
    expect(await run(null).outcome).toEqual({ status: 'later', afterMs: 1000 })
    expect(telegram.calls).toEqual([])
  })

  it('should report nothing once it has lost its lock', async () => {
    const { outcome } = run({ lost: AbortSignal.abort(), release: async () => undefined })
    expect(await outcome).toEqual({ status: 'later', afterMs: 1000 })
    expect(cms.reports).toEqual([])
  })

  it('should report when it will try again, and fail its try', async () => {
    telegram.answer = () => ({ error_code: 502, description: 'Bad Gateway' })
    await expect(run().outcome).rejects.toThrow('telegramUnavailable')
    expect(cms.reports[0]?.report).toMatchObject({ state: 'retrying', nextTryAt: retryAt.toISOString() })
    expect(cms.completed).toEqual([])
    expect(released).toBe(1)
  })

  it('should wait as long as Telegram says', async () => {
    telegram.answer = () => ({ error_code: 429, description: 'Too Many Requests', retry_after: 4 })
    expect(await run().outcome).toEqual({ status: 'later', afterMs: 4000 })
    expect(cms.completed).toEqual([])
  })

  it('should report a token that no key opens, and try again', async () => {
    bot.sealedToken = 'v1.lost.AAAA'
    await expect(run().outcome).rejects.toThrow('cannot be opened')
    expect(cms.reports[0]?.report).toMatchObject({ state: 'retrying', error: { code: 'tokenUnreadable' } })
    expect(cms.completed).toEqual([])
  })

  it('should be done with a bot that was deleted', async () => {
    cms.bots.length = 0
    const { job, outcome } = run()
    expect(await outcome).toEqual({ status: 'done' })
    expect(telegram.calls).toEqual([])
    expect(cms.completed).toEqual([job.outboxId])
  })

  it('should be done with a bot whose token is refused', async () => {
    telegram.answer = () => ({ error_code: 401, description: 'Unauthorized' })
    const { job, outcome } = run()
    expect(await outcome).toEqual({ status: 'done' })
    expect(cms.reports[0]?.report).toMatchObject({ state: 'needsRelink', error: { code: 'tokenRefused' } })
    expect(cms.completed).toEqual([job.outboxId])
  })
})
