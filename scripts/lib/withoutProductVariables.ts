/** Every variable a product process reads. `npm test` hides them from the tests, which have settings of their own. */
const productVariables = [
  'PORT',
  'INTERNAL_PORT',
  'RUNNER_PORT',
  'EMULATOR_PORT',
  'EMULATOR_HOST',
  'EMULATOR_DATA_FILE',
  'PUBLIC_URL',
  'RUNNER_PUBLIC_URL',
  'CMS_URL',
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'REDIS_URL',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_WEB_ROOT',
  'TOKEN_KEYS',
  'RUNNER_SECRET',
  'PAYLOAD_SECRET',
  'CLOCK_URL',
  'MEDIA_DIR',
  'DATA_DIR',
  'LOG_LEVEL',
  'NEXT_DIST_DIR',
  'NODE_ENV',
] as const

/** The environment without any of them. */
export function withoutProductVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hidden = new Set<string>(productVariables)
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.has(name))) as NodeJS.ProcessEnv
}
