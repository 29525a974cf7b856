import { describe, expect, it } from 'vitest'
import { readSettings } from './readSettings.ts'

const mode = { isLive: false, isDev: false }

describe('readSettings', () => {
  it('should work everything out from nothing', () => {
    const settings = readSettings({}, mode)
    expect(settings.ports).toEqual({ web: 3000, internal: undefined, runner: 3001, emulator: 8081 })
    expect(settings.urls.emulator).toBe('http://localhost:8081')
    expect(settings.telegramApiRoot).toBe('http://127.0.0.1:8081')
    expect(settings.telegramWebRoot).toBe('http://localhost:8081')
    expect(settings.external).toEqual({ databaseUrl: undefined, redisUrl: undefined })
  })

  it('should need no emulator with Telegram itself', () => {
    const settings = readSettings({}, { ...mode, isLive: true })
    expect(settings.urls.emulator).toBeUndefined()
    expect(settings.telegramApiRoot).toBe('https://api.telegram.org')
    expect(settings.telegramWebRoot).toBe('https://t.me')
  })

  it('should take a Bot API server that is named for the wish to use it', () => {
    expect(readSettings({ TELEGRAM_API_ROOT: 'http://bots.example' }, mode).isLive).toBe(true)
  })

  it('should treat an empty variable as unset', () => {
    expect(readSettings({ PORT: '', PUBLIC_URL: '', DATABASE_URL: '' }, mode)).toEqual(readSettings({}, mode))
  })

  it.each(['0', '65536', 'abc', '30.5'])('should refuse the port %s and name the variable', (value) => {
    expect(() => readSettings({ RUNNER_PORT: value }, mode)).toThrow(`RUNNER_PORT=${value}`)
  })
})
