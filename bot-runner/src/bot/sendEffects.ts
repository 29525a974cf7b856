import type { Api } from 'grammy'

import type { LessonEffect } from '../../../src/contracts/lessonEffect.ts'
import type { Locale } from '../../../src/contracts/locale.ts'
import type { ReleaseCache } from '../api/releaseCache.ts'
import { describeError } from '../describeError.ts'
import type { Logger } from '../logger.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { renderEffects } from './renderEffects.ts'
import { sendMessages } from './sendMessages.ts'
import type { SendOutcome } from './sendOutcome.ts'

export type SendTarget = { api: Api; chatId: number; releases: ReleaseCache; log: Logger; updateId: number }

/**
 * Shows a learner what follows from an update.
 * @throws {RetryLaterError} when a release cannot be had now
 */
export const sendEffects = async (
  target: SendTarget,
  { effects, locale }: { effects: LessonEffect[]; locale: Locale },
): Promise<SendOutcome> => {
  const { api, chatId, releases, log, updateId } = target
  let messages
  try {
    messages = await renderEffects(releases, effects, { locale, style: 'classic', linkOf: () => null })
  } catch (error) {
    if (error instanceof RetryLaterError) throw error
    // It will not go better next time, and must not make Telegram bring the update for a day.
    log.error({ update: updateId, error: describeError(error) }, 'effects cannot be rendered')
    return { status: 'sent', error: 'not rendered' }
  }
  return sendMessages(api, chatId, messages)
}
