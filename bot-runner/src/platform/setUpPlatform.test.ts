import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { PlatformReport } from '../../../src/contracts/platform.ts'
import { createTelegramTransport } from '../bot/telegramTransport.ts'
import { createLogger } from '../logger.ts'
import { startFakeTelegram, type FakeTelegram } from '../testing/startFakeTelegram.ts'
import { testRing, testToken } from '../testing/testBot.ts'
import { openPlatformBot } from './openPlatformBot.ts'
import { setUpPlatform } from './setUpPlatform.ts'

const webhook = { url: 'https://bots.example/tg/platform', secret: 's' }
const me = {
  id: 700_001,
  is_bot: true,
  first_name: 'Platform',
  username: 'platform_bot',
  can_manage_bots: true,
}

let telegram: FakeTelegram
let reports: PlatformReport[]
const run = async (target: typeof webhook | null = webhook) => {
  const transport = createTelegramTransport({ apiRoot: telegram.url, timeoutMs: 1000 })
  const bot = await openPlatformBot({ token: testToken(me.id), ring: testRing, transport })
  const isDone = await setUpPlatform({
    ring: testRing,
    bot,
    client: { reportPlatform: async (report) => void reports.push(report) },
    webhook: target,
    log: createLogger('silent'),
  })
  transport.close()
  return isDone
}
const methods = () => telegram.calls.map(({ method }) => method)

beforeEach(async () => {
  telegram = await startFakeTelegram()
  reports = []
  telegram.answer = ({ method }) => (method === 'getMe' ? { result: me } : undefined)
})
afterEach(() => telegram.close())

describe('setUpPlatform', () => {
  it('should give it commands in every language, and the webhook last', async () => {
    expect(await run()).toBe(true)
    expect(methods()).toEqual(['getMe', 'setMyCommands', 'setMyCommands', 'setMyCommands', 'setWebhook'])
    expect(telegram.calls.at(-1)?.payload).toMatchObject({
      url: webhook.url,
      secret_token: 's',
      allowed_updates: ['message', 'callback_query', 'managed_bot'],
    })
    expect(reports).toEqual([
      {
        username: 'platform_bot',
        telegramBotId: me.id,
        canManageBots: true,
        problem: null,
        sealedWebAppKey: expect.stringMatching(/^v1\.test\./) as string,
        sealedLoginKey: expect.stringMatching(/^v1\.test\./) as string,
      },
    ])
  })

  it('should take the webhook down where updates are polled, and keep what waits', async () => {
    await run(null)
    expect(telegram.calls.at(-1)).toMatchObject({
      method: 'deleteWebhook',
      payload: { drop_pending_updates: false },
    })
  })

  it('should say that it may not manage bots', async () => {
    telegram.answer = ({ method }) =>
      method === 'getMe' ? { result: { ...me, can_manage_bots: false } } : undefined
    expect(await run()).toBe(true)
    expect(reports).toMatchObject([{ canManageBots: false, problem: 'cannotManageBots' }])
  })

  it('should report a refused token, and try again', async () => {
    telegram.answer = () => ({ error_code: 401, description: 'Unauthorized' })
    expect(await run()).toBe(false)
    expect(reports).toEqual([
      {
        username: null,
        telegramBotId: null,
        canManageBots: false,
        problem: 'tokenRefused',
        sealedWebAppKey: null,
        sealedLoginKey: null,
      },
    ])
  })

  it('should forget nothing that is known of it while Telegram is away', async () => {
    telegram.answer = () => ({ error_code: 502, description: 'Bad Gateway' })
    expect(await run()).toBe(false)
    expect(reports).toEqual([])
  })
})
