import type { Composer } from 'grammy'
import type { Update } from 'grammy/types'

import type { CourseBot } from '../fleet/courseBot.ts'
import { RunnerContext, type BotServices } from './runnerContext.ts'

export type UpdateDispatcher = {
  /**
   * Resolves when Telegram may forget the update.
   * @throws {RetryLaterError} when it shall bring it again
   */
  dispatch: (course: CourseBot, update: Update) => Promise<void>
  /** Updates being handled. */
  inFlight: () => number
}

const nothingLeft = async () => {}

/**
 * Does what grammY's `handleUpdate` does, with one API object per bot instead of one per update. An update
 * that is brought again while it is being handled (Telegram lost patience) waits for the first handling
 * instead of a second one.
 */
export const createUpdateDispatcher = (
  services: BotServices,
  composer: Composer<RunnerContext>,
): UpdateDispatcher => {
  const middleware = composer.middleware()
  const inFlight = new Map<string, Promise<void>>()

  return {
    inFlight: () => inFlight.size,
    dispatch: (course, update) => {
      const key = `${course.record.id}${update.update_id}`
      const known = inFlight.get(key)
      if (known !== undefined) return known
      const handling = (async () => {
        try {
          await middleware(new RunnerContext(update, course, services), nothingLeft)
        } finally {
          inFlight.delete(key)
        }
      })()
      inFlight.set(key, handling)
      return handling
    },
  }
}
