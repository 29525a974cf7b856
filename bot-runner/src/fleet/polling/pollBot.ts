import { GrammyError, type Api } from 'grammy'
import type { Update } from 'grammy/types'

import { describeError } from '../../describeError.ts'
import type { Logger } from '../../logger.ts'
import type { AllowedUpdates } from '../setup/webhookPiece.ts'
import { handleInOrder } from './handleInOrder.ts'

const longPollSeconds = 25
const longestPauseMs = 30_000

type Options = {
  api: Api
  botId: string
  allowedUpdates: AllowedUpdates
  handle: (update: Update) => Promise<void>
  pause: (ms: number, signal: AbortSignal) => Promise<void>
  signal: AbortSignal
  log: Logger
}

/** Doubling with each failure in a row; what Telegram asks for goes before. */
const pauseAfter = (failures: number, error: unknown): number => {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return asked === undefined ? Math.min(longestPauseMs, 1000 * 2 ** (failures - 1)) : asked * 1000
}

/**
 * Takes a bot's updates until the signal. An update counts as handled when `handle` resolves; until then it
 * is tried again and Telegram is not told to forget it, nor what came with it.
 */
export const pollBot = async (options: Options): Promise<void> => {
  const { api, botId, allowedUpdates, signal, pause, log } = options
  let offset: number | undefined
  let failures = 0

  const fetchUpdates = async (): Promise<Update[]> => {
    try {
      const updates = await api.getUpdates(
        { offset, timeout: longPollSeconds, allowed_updates: [...allowedUpdates] },
        // grammY's types know the signal of an older library; it is passed on to our transport as it is.
        signal as Parameters<Api['getUpdates']>[1],
      )
      failures = 0
      return updates
    } catch (error) {
      if (!signal.aborted) {
        failures++
        // 409: another poller, or a webhook that is still armed; 401: the token. Both may pass.
        log.warn({ bot: botId, failures, error: describeError(error) }, 'no updates')
        await pause(pauseAfter(failures, error), signal)
      }
      return []
    }
  }

  const handleUntilDone = async (update: Update): Promise<void> => {
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        return await options.handle(update)
      } catch (error) {
        log.warn({ bot: botId, update: update.update_id, tries, error: describeError(error) }, 'not handled')
        await pause(pauseAfter(tries, error), signal)
      }
    }
  }

  while (!signal.aborted) {
    const updates = await fetchUpdates()
    await handleInOrder(updates, handleUntilDone)
    const last = updates.at(-1)
    if (last !== undefined && !signal.aborted) offset = last.update_id + 1
  }
  // Telegram hears of an offset with the next question only: one without waiting, so that nothing comes twice.
  if (offset !== undefined) await api.getUpdates({ offset, timeout: 0, limit: 1 }).catch(() => [])
}
