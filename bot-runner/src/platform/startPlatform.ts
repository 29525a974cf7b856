import { setTimeout as sleep } from 'node:timers/promises'

import { deriveWebhookSecret, type KeyRing } from '../../../src/contracts/tokenSeal.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { UpdateDispatcher } from '../bot/updateDispatcher.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { Lease } from '../fleet/lease.ts'
import { pollBot } from '../fleet/polling/pollBot.ts'
import type { Logger } from '../logger.ts'
import { repeat } from '../repeat.ts'
import { isStillSetUp } from './isStillSetUp.ts'
import { platformKey } from './openPlatformBot.ts'
import { platformUpdates, setUpPlatform } from './setUpPlatform.ts'

const retryMs = 5000
const lookEveryMs = 6 * 60 * 60_000

type Options = {
  bot: CourseBot
  dispatcher: UpdateDispatcher
  client: Pick<RunnerClient, 'reportPlatform'>
  ring: KeyRing
  /** Where Telegram reaches this installation's webhooks; null: updates are polled. */
  publicUrl: string | null
  /** Whether webhooks are to lead there. */
  isCurrent: () => Promise<boolean>
  takeLease: (botId: string) => Promise<Lease | null>
  log: Logger
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)

/**
 * Sets the platform bot up, however long that takes, and polls it where there are no webhooks. Every six hours it is
 * looked at, and set up anew if its webhook is gone. When another runner's settings count, its webhook is left to that
 * one, and set again when it is ours again.
 */
export const startPlatform = (options: Options): { stop: () => Promise<void> } => {
  const { bot, dispatcher, client, ring, publicUrl, log } = options
  const stopped = new AbortController()
  const url = publicUrl === null ? null : `${publicUrl}/tg/${platformKey}`
  let isSetUp = false
  let lookedAt = 0

  const setUp = async (): Promise<void> => {
    const webhook = url === null ? null : { url, secret: await deriveWebhookSecret(ring, bot.record) }
    isSetUp = await setUpPlatform({ bot, client, ring, webhook, log })
    lookedAt = performance.now()
  }

  const look = async (): Promise<void> => {
    if (performance.now() - lookedAt < lookEveryMs) return
    lookedAt = performance.now()
    isSetUp = await isStillSetUp(bot.bot.api, url)
    if (!isSetUp) log.warn('the platform bot is not as it should be')
  }

  const poll = async (): Promise<void> => {
    const lease = await options.takeLease(platformKey).catch(() => null)
    if (lease === null) return
    try {
      await pollBot({
        api: bot.bot.api,
        botId: platformKey,
        allowedUpdates: platformUpdates,
        handle: (update) => dispatcher.dispatch(bot, update),
        pause,
        signal: AbortSignal.any([stopped.signal, lease.lost]),
        log,
      })
    } finally {
      await lease.release()
    }
  }

  const turn = repeat(async () => {
    const isCurrent = await options.isCurrent().catch(() => undefined)
    if (isCurrent === false) isSetUp = false
    if (!isCurrent) return
    if (isSetUp) await look()
    if (!isSetUp) await setUp()
    if (isSetUp && publicUrl === null) await poll()
  }, retryMs)
  void turn.until(() => isSetUp)

  return {
    stop: async () => {
      stopped.abort()
      await turn.stop()
    },
  }
}
