/** Every variable a product process reads. `npm test` hides them from the tests, which have settings of their own. */
export const productVariables = [
  'PORT',
  'HOST',
  'INTERNAL_PORT',
  'RUNNER_PORT',
  'RUNNER_HOST',
  'EMULATOR_PORT',
  'EMULATOR_HOST',
  'EMULATOR_DATA_FILE',
  'PUBLIC_URL',
  'RUNNER_PUBLIC_URL',
  'CMS_URL',
  'CORS_ORIGINS',
  'TRUST_PROXY',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_POOL_SIZE',
  'REDIS_URL',
  'MEDIA_DIR',
  'CREDENTIALS_FILE',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_WEB_ROOT',
  'UPDATES_MODE',
  'CLOCK_URL',
  'TOKEN_KEYS',
  'RUNNER_SECRET',
  'PAYLOAD_SECRET',
  'RATE_LIMIT_PER_MINUTE',
  'LOGIN_TRIES_PER_QUARTER_HOUR',
  'LOG_LEVEL',
  'NODE_ENV',
  'NEXT_DIST_DIR',
] as const

/** The environment without any of them. */
export function withoutProductVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hidden = new Set<string>(productVariables)
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.has(name))) as NodeJS.ProcessEnv
}
