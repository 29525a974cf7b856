import { describe, expect, it } from 'vitest'

import { readEnv } from './env.ts'
import { testTokenKeys } from './testing/testBot.ts'

const good = {
  CMS_URL: 'http://127.0.0.1:3000/',
  RUNNER_SECRET: 's'.repeat(32),
  TOKEN_KEYS: testTokenKeys,
  REDIS_URL: 'redis://127.0.0.1:6379',
}

describe('readEnv', () => {
  it('should fill in what is left out or empty', () => {
    expect(readEnv({ ...good, RUNNER_PORT: '' })).toMatchObject({
      CMS_URL: 'http://127.0.0.1:3000',
      RUNNER_PORT: 3001,
      RUNNER_HOST: '127.0.0.1',
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      BULK_MESSAGES_PER_SECOND: 25,
      LOG_LEVEL: 'info',
    })
  })

  it('should name every bad setting at once, and show no secret', () => {
    const bad = {
      ...good,
      RUNNER_SECRET: 'too short',
      TOKEN_KEYS: 'k1:c2VjcmV0',
      CMS_URL: 'cms',
      REDIS_URL: '',
    }
    const read = () => readEnv({ ...bad, RUNNER_PORT: '70000' })
    for (const name of ['RUNNER_SECRET', 'TOKEN_KEYS', 'CMS_URL', 'REDIS_URL', 'RUNNER_PORT'])
      expect(read).toThrow(name)
    expect(read).not.toThrow('too short')
    expect(read).not.toThrow('c2VjcmV0')
  })

  it('should poll the real Telegram unless it can reach us over https', () => {
    const modeOf = (more: object) => readEnv({ ...good, ...more }).UPDATES_MODE
    expect(modeOf({})).toBe('polling')
    expect(modeOf({ RUNNER_PUBLIC_URL: 'http://bots.example' })).toBe('polling')
    expect(modeOf({ RUNNER_PUBLIC_URL: 'https://bots.example' })).toBe('webhook')
    expect(modeOf({ TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' })).toBe('webhook')
    expect(modeOf({ TELEGRAM_API_ROOT: 'http://127.0.0.1:8081', UPDATES_MODE: 'polling' })).toBe('polling')
    expect(() => modeOf({ UPDATES_MODE: 'webhook' })).toThrow('RUNNER_PUBLIC_URL')
  })
})
