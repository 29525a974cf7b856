import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The n-th Redis database, so that two installations in one run do not take each other's jobs. */
export const redisUrlOf = (index: number): string => {
  const given = process.env.TEST_REDIS_URL
  if (!given) throw new Error('TEST_REDIS_URL is not set: run this as `npm run bench -- <name>`')
  const url = new URL(given)
  url.pathname = `/${index}`
  return url.href
}

const secrets = {
  PAYLOAD_SECRET: randomBytes(24).toString('base64url'),
  RUNNER_SECRET: randomBytes(32).toString('base64url'),
  TOKEN_KEYS: `bench:${randomBytes(32).toString('base64')}`,
}
/** Nothing is uploaded and nobody seeded, so it is never made. */
const folder = path.join(tmpdir(), `gongbu-bench-${process.pid}`)

/** Settings of an installation in production mode, with the same secrets throughout the run. */
export const productEnv = (options: { databaseUrl: string; redisUrl: string }): Record<string, string> => ({
  ...secrets,
  NODE_ENV: 'production',
  DATABASE_URL: options.databaseUrl,
  DATABASE_DIRECT_URL: options.databaseUrl,
  REDIS_URL: options.redisUrl,
  MEDIA_DIR: path.join(folder, 'media'),
  CREDENTIALS_FILE: path.join(folder, 'credentials.json'),
  PUBLIC_URL: 'http://localhost:3000',
  DISABLE_PAYLOAD_HMR: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? '',
})
