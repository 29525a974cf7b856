import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createTelegramTransport } from '../bot/telegramTransport.ts'
import { startFakeTelegram, type FakeTelegram } from '../testing/startFakeTelegram.ts'
import { testRing, testToken } from '../testing/testBot.ts'
import { isStillSetUp } from './isStillSetUp.ts'
import { openPlatformBot } from './openPlatformBot.ts'

const address = 'https://bots.example/tg/platform'

let telegram: FakeTelegram
const ask = async (webhook: string | null) => {
  const transport = createTelegramTransport({ apiRoot: telegram.url, timeoutMs: 1000 })
  const { bot } = await openPlatformBot({ token: testToken(700_001), ring: testRing, transport })
  const answer = await isStillSetUp(bot.api, webhook)
  transport.close()
  return answer
}

beforeEach(async () => {
  telegram = await startFakeTelegram()
})
afterEach(() => telegram.close())

describe('isStillSetUp', () => {
  it.each([
    ['where it was set', address, address, true],
    ['elsewhere', 'https://other.example/tg/platform', address, false],
    ['nowhere any more', '', address, false],
    ['nowhere, as it should', '', null, true],
    ['somewhere, although updates are polled', address, null, false],
  ])('should tell of a webhook that leads %s', async (_where, url, webhook, expected) => {
    telegram.answer = () => ({ result: { url, has_custom_certificate: false, pending_update_count: 0 } })
    expect(await ask(webhook)).toBe(expected)
  })

  it('should find a refused token wrong, and nothing while Telegram is away', async () => {
    telegram.answer = () => ({ error_code: 401, description: 'Unauthorized' })
    expect(await ask(address)).toBe(false)
    telegram.answer = () => ({ error_code: 502, description: 'Bad Gateway' })
    expect(await ask(address)).toBe(true)
  })
})
