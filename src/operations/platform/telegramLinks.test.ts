import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { processState } from '../../processState.ts'
import { botLink, newBotLink, newBotLinkInChat } from './telegramLinks.ts'

const suggestion = { manager: 'platform_bot', username: 'kana_bot', name: 'Kana & more' }
const inTelegram = 'https://t.me/newbot/platform_bot/kana_bot?name=Kana%20%26%20more'

describe('links into Telegram', () => {
  beforeEach(() => {
    vi.stubEnv('DATABASE_URL', 'postgres://u:p@127.0.0.1:5432/g')
    vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:6379')
    vi.stubEnv('PAYLOAD_SECRET', 'x'.repeat(20))
    vi.stubEnv('RUNNER_SECRET', 'y'.repeat(40))
    vi.stubEnv('TOKEN_KEYS', `a:${Buffer.alloc(32).toString('base64')}`)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    delete processState().env
  })

  it('should be Telegram’s own, which knows by itself whose tap it is', () => {
    vi.stubEnv('TELEGRAM_WEB_ROOT', 'https://t.me')
    expect(botLink('kana_bot')).toBe('https://t.me/kana_bot')
    expect(botLink('kana_bot', 'own_1', 5)).toBe('https://t.me/kana_bot?start=own_1')
    expect(newBotLink(suggestion, 5)).toBe(inTelegram)
  })

  it('should lead to the emulator’s page, as whoever is awaited', () => {
    vi.stubEnv('TELEGRAM_WEB_ROOT', 'http://localhost:8081')
    const page = 'http://localhost:8081/?'
    expect(botLink('kana_bot')).toBe(`${page}bot=kana_bot`)
    expect(botLink('kana_bot', 'own_1', null)).toBe(`${page}bot=kana_bot&start=own_1`)
    expect(botLink('kana_bot', 'own_1', 5)).toBe(`${page}bot=kana_bot&start=own_1&person=5`)
    for (const [personId, as] of [
      [undefined, ''],
      [5, '&person=5'],
    ] as const)
      expect(newBotLink(suggestion, personId)).toBe(`${page}link=${encodeURIComponent(inTelegram)}${as}`)
    expect(newBotLinkInChat(suggestion)).toBe(inTelegram)
  })
})
