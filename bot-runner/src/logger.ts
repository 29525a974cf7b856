import { pino, type DestinationStream, type Logger } from 'pino'

import { withoutTokens } from './withoutTokens.ts'

export type { Logger }

/** Nothing logs a token knowingly; should one stand in a stranger's error text, it goes here at the latest. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    { level, base: { service: 'bot-runner', pid: process.pid }, hooks: { streamWrite: withoutTokens } },
    destination ?? pino.destination(1),
  )
