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

  it('should trust one machine under both of its names, and no other', () => {
    expect(trustedOrigins(readEnv({ ...good, PUBLIC_URL: 'http://localhost:3000/' }))).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
    ])
    const env = readEnv({ ...good, PUBLIC_URL: 'https://learn.example', CORS_ORIGINS: 'https://app.example' })
    expect(trustedOrigins(env)).toEqual(['https://learn.example', 'https://app.example'])
  })
})
