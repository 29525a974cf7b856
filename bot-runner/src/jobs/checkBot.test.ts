import { randomUUID } from 'node:crypto'

import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'
import type { RunnerBot, RunnerBotCheck, RunnerBotResponse } from '../../../src/contracts/runnerBots.ts'
import { createTelegramTransport } from '../bot/telegramTransport.ts'
import { openCourseBot } from '../fleet/courseBot.ts'
import type { SetAccess } from '../fleet/setup/accessPiece.ts'
import { webhookPiece } from '../fleet/setup/webhookPiece.ts'
import { wishedPieces } from '../fleet/setup/wishedPieces.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { startFakeTelegram, type FakeTelegram } from '../testing/startFakeTelegram.ts'
import { buildBot, testRing } from '../testing/testBot.ts'
import { checkBot } from './checkBot.ts'

const target = { url: 'https://bots.example/tg/key', secret: 's' }

let telegram: FakeTelegram
let bot: RunnerBot
let known: RunnerBotResponse
let checks: RunnerBotCheck[]
let completed: string[]
let url: string
let setAccess: SetAccess

const run = async (getBot: () => Promise<RunnerBotResponse> = async () => known) => {
  const transport = createTelegramTransport({ apiRoot: telegram.url, timeoutMs: 1000 })
  try {
    return await checkBot(
      {
        client: {
          getBot,
          checkBot: async (_botId, check) => void checks.push(check),
          completeOutboxRow: async (outboxId) => void completed.push(outboxId),
        },
        openApi: async (record) => (await openCourseBot(record, testRing, transport)).bot.api,
        lock: async () => ({ lost: new AbortController().signal, release: async () => undefined }),
        webhookOf: async () => target,
        setAccess,
        observe: () => undefined,
        log: pino({ level: 'silent' }),
      },
      { botId: bot.id, outboxId: randomUUID() },
    )
  } finally {
    transport.close()
  }
}
const findings = () => checks.map(({ finding }) => finding)

beforeEach(async () => {
  ;[telegram, bot] = await Promise.all([startFakeTelegram(), buildBot()])
  const wished: RunnerBotResponse['wished'] = {
    isServing: true,
    isPaused: false,
    isProven: true,
    isListening: true,
    isRotating: false,
    access: null,
    pictureHash: 'a picture',
    texts: { '': { name: 'Owls', description: 'Of owls.', shortDescription: 'Owls' } },
    commands: { '': [{ command: 'start', description: 'Begin' }] },
  }
  const told = wishedPieces(wished, {}, () => Promise.resolve(null)).map(({ name, hash }) => [name, hash])
  const applied = { ...Object.fromEntries(told), webhook: webhookPiece(true, target).hash }
  known = { bot, wished, applied }
  checks = []
  completed = []
  url = target.url
  setAccess = null
  telegram.answer = ({ method }) =>
    method === 'getMe'
      ? { result: { id: bot.telegramBotId, is_bot: true, first_name: 'Owls', username: 'owls_bot' } }
      : { result: { url, has_custom_certificate: false, pending_update_count: 0 } }
})
afterEach(() => telegram.close())

describe('checkBot', () => {
  it('should find a bot right that is as it was told, and change nothing', async () => {
    expect(await run()).toEqual({ status: 'done' })
    expect(checks).toMatchObject([
      {
        finding: 'right',
        secretVersion: bot.secretVersion,
        identity: { username: 'owls_bot', name: 'Owls' },
      },
    ])
    expect(telegram.calls.map(({ method }) => method)).toEqual(['getMe', 'getWebhookInfo'])
  })

  it('should find out what is wished otherwise than it was told, without anybody having published', async () => {
    known.wished.commands[''] = [{ command: 'start', description: 'Begin, as the product says it now' }]
    await run()
    expect(findings()).toEqual(['outdated'])
  })

  it('should miss that it is still closed for a test, where somebody can open it', async () => {
    known.wished.access = { isRestricted: false, userIds: [] }
    known.applied.access = 'of a test'
    await run()
    setAccess = () => Promise.reject(new Error('nothing is told when a bot is looked at'))
    await run()
    expect(findings()).toEqual(['right', 'outdated'])
  })

  it('should wish nothing of a bot that may be somebody else’s', async () => {
    known.wished.isProven = false
    known.applied = { webhook: known.applied.webhook! }
    await run()
    expect(findings()).toEqual(['right'])
  })

  it.each(['', 'https://elsewhere.example/tg/key'])(
    'should miss its webhook when it leads to "%s"',
    async (at) => {
      url = at
      await run()
      expect(findings()).toEqual(['webhookLost'])
    },
  )

  it('should miss its webhook when it was set with another secret', async () => {
    known.applied.webhook = webhookPiece(true, { ...target, secret: 'of another key' }).hash
    await run()
    expect(findings()).toEqual(['webhookLost'])
  })

  it('should miss no webhook that was never set, or is not to be', async () => {
    url = ''
    const { webhook: _webhook, ...others } = known.applied
    known.applied = others
    await run()
    known.wished.isListening = false
    known.applied = { ...others, webhook: webhookPiece(false, target).hash }
    await run()
    expect(findings()).toEqual(['right', 'right'])
  })

  it('should tell a refused token, and another bot’s, from a Telegram that is away', async () => {
    telegram.answer = () => ({ error_code: 401, description: 'Unauthorized' })
    await run()
    telegram.answer = () => ({ result: { id: 5, is_bot: true, first_name: 'B', username: 'b_bot' } })
    await run()
    expect(findings()).toEqual(['refused', 'refused'])
    telegram.answer = () => ({ error_code: 502, description: 'Bad Gateway' })
    await expect(run()).rejects.toThrow(RetryLaterError)
    telegram.answer = () => ({ error_code: 429, description: 'Too Many', retry_after: 7 })
    expect(await run()).toEqual({ status: 'later', afterMs: 7000 })
    expect(checks).toHaveLength(2)
  })

  it('should be done with a bot that is gone', async () => {
    const gone = () => Promise.reject(new RunnerApiError(404, 'notFound'))
    expect(await run(gone)).toEqual({ status: 'done' })
    expect(completed).toHaveLength(1)
    expect(checks).toEqual([])
  })
})
