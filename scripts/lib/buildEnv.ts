/**
 * What the configuration wants to see set when it is only read (a build, generated types): nothing of it is
 * connected to, and nothing of it ends up in the result.
 */
export const buildEnv = {
  PORT: '3000',
  PUBLIC_URL: 'http://localhost:3000',
  DATABASE_URL: 'postgresql://build:build@127.0.0.1:1/build',
  DATABASE_DIRECT_URL: 'postgresql://build:build@127.0.0.1:1/build',
  REDIS_URL: 'redis://127.0.0.1:1',
  TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
  TELEGRAM_WEB_ROOT: 'http://127.0.0.1:1',
  TOKEN_KEYS: `build:${Buffer.alloc(32).toString('base64')}`,
  RUNNER_SECRET: 'only-for-the-build-only-for-the-build',
  PAYLOAD_SECRET: 'only-for-the-build-only-for-the-build',
  NEXT_TELEMETRY_DISABLED: '1',
}
