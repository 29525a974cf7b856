import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { Logger } from '../logger.ts'
import type { PlatformTokens } from './platformTokens.ts'

/** What the platform bot's features use beside the update itself. The bot holds no state: all is the CMS's. */
export type PlatformServices = {
  client: RunnerClient
  tokens: PlatformTokens
  /** Where files of people are loaded from. */
  apiRoot: string
  log: Logger
}
