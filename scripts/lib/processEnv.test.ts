import { describe, expect, it } from 'vitest'
import { processEnv } from './processEnv.ts'
import { readSettings } from './readSettings.ts'

const secrets = {
  TOKEN_KEYS: 'k1:made-up',
  RUNNER_SECRET: 'made-up',
  PAYLOAD_SECRET: 'made-up',
  postgresPassword: 'p',
  redisPassword: 'r',
}
const dataDir = {
  path: '/data',
  logs: '/data/logs',
  cache: '/data/cache',
  file: (name: string) => `/data/${name}`,
}
const services = { databaseUrl: 'postgresql://ours', redisUrl: 'redis://ours' }

function build(base: Record<string, string>, isLive = false) {
  const settings = readSettings(base, { isLive, isDev: false })
  return processEnv({ base, settings, services, secrets, dataDir })
}

describe('processEnv', () => {
  it('should tie the processes together', () => {
    expect(build({ PORT: '4000' })).toMatchObject({
      PORT: '4000',
      PUBLIC_URL: 'http://localhost:4000',
      CMS_URL: 'http://127.0.0.1:4000',
      CLOCK_URL: 'http://127.0.0.1:8081',
      RUNNER_PUBLIC_URL: 'http://127.0.0.1:3001',
      DATABASE_URL: 'postgresql://ours',
      DATABASE_DIRECT_URL: 'postgresql://ours',
      NODE_ENV: 'production',
    })
  })

  it('should let the caller win over what is made up, but not by an empty variable', () => {
    expect(build({ RUNNER_SECRET: 'given', MEDIA_DIR: '' })).toMatchObject({
      RUNNER_SECRET: 'given',
      MEDIA_DIR: '/data/media',
    })
  })

  it('should send the runner to the internal port if there is one', () => {
    expect(build({ INTERNAL_PORT: '4001' }).CMS_URL).toBe('http://127.0.0.1:4001')
  })

  it('should leave clock and webhook address open with Telegram itself', () => {
    const env = build({}, true)
    expect(env.CLOCK_URL).toBeUndefined()
    expect(env.RUNNER_PUBLIC_URL).toBeUndefined()
  })
})
