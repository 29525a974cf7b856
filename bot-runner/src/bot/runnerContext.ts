import { Context } from 'grammy'
import type { Update } from 'grammy/types'

import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { ActionBatcher } from '../api/actionBatcher.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { Logger } from '../logger.ts'
import type { ViewServices } from './sendEffects.ts'

/** What features may use beside the update itself. One object for all bots and updates. */
export type BotServices = {
  client: Pick<RunnerClient, 'proveOwnership' | 'joinTest'>
  batcher: ActionBatcher
  views: ViewServices
  log: Logger
  /** Milliseconds; of the process, not of the product. */
  now: () => number
  /** Told of each delivery that Telegram put off. */
  onDeferred: () => void
}

/** The one place where the context of features is put together. */
export class RunnerContext extends Context {
  readonly course: CourseBot
  readonly services: BotServices

  constructor(update: Update, course: CourseBot, services: BotServices) {
    super(update, course.bot.api, course.bot.botInfo)
    this.course = course
    this.services = services
  }
}
