import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Set by `npm test`; `node scripts/services.ts` prints the same for running a test by hand. */
const required = (name: 'TEST_DATABASE_ADMIN_URL' | 'TEST_REDIS_URL'): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the tests with \`npm test -- integration\``)
  return value
}

export const adminDatabaseUrl = (): string => required('TEST_DATABASE_ADMIN_URL')

const databaseUrl = (name: string): string => {
  const url = new URL(adminDatabaseUrl())
  url.pathname = `/${name}`
  return url.href
}

/** A Redis database of this worker's own: there are 16, the first belongs to nobody. */
export const redisUrl = (): string => {
  const url = new URL(required('TEST_REDIS_URL'))
  url.pathname = `/${1 + (Number(process.env.VITEST_POOL_ID ?? 1) % 15)}`
  return url.href
}

/** Settings of an installation of its own. */
export const testEnv = (database: string): Record<string, string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbu-test-'))
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl(database),
    DATABASE_DIRECT_URL: databaseUrl(database),
    REDIS_URL: redisUrl(),
    PAYLOAD_SECRET: randomBytes(24).toString('base64url'),
    RUNNER_SECRET: randomBytes(32).toString('base64url'),
    TOKEN_KEYS: `test:${randomBytes(32).toString('base64')}`,
    MEDIA_DIR: path.join(folder, 'media'),
    CREDENTIALS_FILE: path.join(folder, 'credentials.json'),
    PUBLIC_URL: 'http://localhost:3000',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    RATE_LIMIT_PER_MINUTE: '1000000',
    DISABLE_PAYLOAD_HMR: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
    ...(process.env.NEXT_DIST_DIR ? { NEXT_DIST_DIR: process.env.NEXT_DIST_DIR } : {}),
  }
}
