import { setTimeout as sleep } from 'node:timers/promises'

import type { RunnerBot } from '../../../../src/contracts/runnerBots.ts'
import type { UpdateDispatcher } from '../../bot/updateDispatcher.ts'
import { describeError } from '../../describeError.ts'
import type { Logger } from '../../logger.ts'
import { repeat } from '../../repeat.ts'
import type { BotRegistry } from '../botRegistry.ts'
import type { CourseBots } from '../courseBots.ts'
import type { Lease } from '../lease.ts'
import { allowedUpdates } from '../setup/webhookPiece.ts'
import { pollBot } from './pollBot.ts'

export type Pollers = { start: () => void; stop: () => Promise<void> }

type Options = {
  registry: BotRegistry
  bots: CourseBots
  dispatcher: UpdateDispatcher
  takeLease: (botId: string) => Promise<Lease | null>
  log: Logger
  scanMs: number
}

type Poller = { record: RunnerBot; stop: () => void; ended: Promise<void> }

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)

/** Polls each listening bot for which this process gets the lease. A changed bot is polled anew. */
export const createPollers = (options: Options): Pollers => {
  const { registry, bots, dispatcher, log } = options
  const pollers = new Map<string, Poller>()

  const poll = async (record: RunnerBot, stopped: AbortSignal): Promise<void> => {
    const lease = await options.takeLease(record.id)
    if (lease === null) return
    try {
      const course = await bots.get(record)
      log.info({ bot: record.id }, 'polling')
      await pollBot({
        api: course.bot.api,
        botId: record.id,
        allowedUpdates,
        handle: (update) => dispatcher.dispatch(course, update),
        pause,
        signal: AbortSignal.any([stopped, lease.lost]),
        log,
      })
    } finally {
      await lease.release()
    }
  }

  const begin = (record: RunnerBot) => {
    const controller = new AbortController()
    const ended = poll(record, controller.signal)
      .catch((error: unknown) => log.warn({ bot: record.id, error: describeError(error) }, 'polling ended'))
      .finally(() => pollers.delete(record.id))
    pollers.set(record.id, { record, stop: () => controller.abort(), ended })
  }

  const scan = async (): Promise<void> => {
    for (const { record, stop } of pollers.values()) {
      const current = registry.findById(record.id)
      if (current !== record || !current.isListening) stop()
    }
    for (const record of registry.all()) {
      if (record.isListening && !pollers.has(record.id)) begin(record)
    }
  }
  const scanning = repeat(scan, options.scanMs)

  return {
    start: () => void scanning.until(() => true),
    stop: async () => {
      await scanning.stop()
      const running = [...pollers.values()]
      running.forEach(({ stop }) => stop())
      await Promise.all(running.map(({ ended }) => ended))
    },
  }
}
