import { pino } from 'pino'

import { readEnv } from './env.ts'

const secretPaths = ['authorization', 'cookie', 'token', 'sealedToken', 'password', 'initData', 'secret']

/** Bot tokens stand in every address of the Bot API, so they are taken out of any text too. */
const botToken = /\d{5,19}:[A-Za-z0-9_-]{35}/g

const withoutTokens = (text: string): string => text.replaceAll(botToken, '[token]')

export const logger = pino({
  level: readEnv().LOG_LEVEL,
  base: { service: 'web' },
  redact: {
    paths: secretPaths.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `req.headers.${name}`]),
    censor: '[redacted]',
  },
  hooks: {
    streamWrite: withoutTokens,
  },
})
