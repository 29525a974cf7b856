import { describe, expect, it } from 'vitest'

import { readEnv, trustedOrigins } from './env.ts'

const good = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/g',
  REDIS_URL: 'redis://127.0.0.1:6379',
  PAYLOAD_SECRET: 'x'.repeat(20),
  RUNNER_SECRET: 'y'.repeat(40),
  TOKEN_KEYS: `a:${Buffer.alloc(32).toString('base64')}`,
}

describe('readEnv', () => {
  it('should take the defaults for what is not set or empty', () => {
    const env = readEnv({ ...good, PORT: '' })
    expect(env).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', PUBLIC_URL: 'http://localhost:3000' })
  })

  it('should name every bad setting at once, without showing secrets', () => {
    const bad = {
      ...good,
      PORT: '99999',
      DATABASE_URL: 'mysql://secret-host',
      TOKEN_KEYS: 'a:c2VjcmV0',
      RUNNER_SECRET: 'short',
    }
    const read = () => readEnv(bad)
    for (const name of ['PORT', 'DATABASE_URL', 'TOKEN_KEYS', 'RUNNER_SECRET']) expect(read).toThrow(name)
    expect(read).not.toThrow(/secret-host|c2VjcmV0/)
  })

  it('should want all of what plans are sold with, or nothing', () => {
    const half = { ...good, STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PRICE_ENTERPRISE: 'price_1' }
    for (const name of ['STRIPE_WEBHOOK_SECRET', 'STRIPE_PRICE_PROFESSIONAL'])
      expect(() => readEnv(half)).toThrow(name)
    expect(() => readEnv(half)).not.toThrow('sk_test_1')
    const all = { ...half, STRIPE_WEBHOOK_SECRET: 'whsec_1', STRIPE_PRICE_PROFESSIONAL: 'price_2' }
    expect(readEnv(all)).toMatchObject({ STRIPE_API_ROOT: 'https://api.stripe.com' })
  })

  it('should trust one machine under both of its names, and no other', () => {
    expect(trustedOrigins(readEnv({ ...good, PUBLIC_URL: 'http://localhost:3000/' }))).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
    ])
    const env = readEnv({ ...good, PUBLIC_URL: 'https://learn.example', CORS_ORIGINS: 'https://app.example' })
    expect(trustedOrigins(env)).toEqual(['https://learn.example', 'https://app.example'])
  })
})
