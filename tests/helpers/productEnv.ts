const inherited = [
  'NODE_ENV',
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'REDIS_URL',
  'PAYLOAD_SECRET',
  'RUNNER_SECRET',
  'TOKEN_KEYS',
  'MEDIA_DIR',
  'CREDENTIALS_FILE',
  'RATE_LIMIT_PER_MINUTE',
  'NEXT_TELEMETRY_DISABLED',
  'NEXT_DIST_DIR',
  'LOG_LEVEL',
]

/** The settings of the test file's own installation, for a process of it. */
export const productEnv = (): Record<string, string> =>
  Object.fromEntries(inherited.map((name) => [name, process.env[name] ?? '']))
