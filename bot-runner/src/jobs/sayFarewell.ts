import { setTimeout as sleep } from 'node:timers/promises'

import { GrammyError, type Api } from 'grammy'

import type { BotJob } from '../../../src/contracts/queues.ts'
import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { TelegramNetworkError } from '../bot/telegramTransport.ts'
import { describeError } from '../describeError.ts'
import type { Lease } from '../fleet/lease.ts'
import { farewellTexts } from '../locales/farewell.ts'
import type { Logger } from '../logger.ts'
import type { JobOutcome } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'
import { unlessGone } from './unlessGone.ts'

export type FarewellOptions = {
  client: Pick<RunnerClient, 'getBot' | 'claimFarewells' | 'giveFarewellsBack' | 'completeOutboxRow'>
  openApi: (record: RunnerBot) => Promise<Api>
  lock: (botId: string) => Promise<Lease | null>
  /** Waits until the bot may send one more message; else says for how many milliseconds it may not. */
  takeTurn: (telegramBotId: number) => Promise<number>
  log: Logger
}

const pauseWhenAwayMs = 5000
const longestWaitSeconds = 20

const waitOf = (error: unknown): number =>
  error instanceof GrammyError && error.error_code === 429 ? (error.parameters.retry_after ?? 1) : Infinity

/** `away`: so are the next ones; whether this one went out, nobody knows, unless the bot rests: then it did not. */
type Said = { status: 'over' } | { status: 'away'; isUntold: boolean; afterMs: number }

/** Nothing went out when Telegram answers 429: that is tried again at once. */
const send = async (api: Api, chatId: number, text: string, log: Logger): Promise<Said> => {
  try {
    await api.sendMessage(chatId, text)
    return { status: 'over' }
  } catch (error) {
    const seconds = waitOf(error)
    if (seconds <= longestWaitSeconds) {
      await sleep(seconds * 1000)
      return send(api, chatId, text, log)
    }
    log.info({ error: describeError(error) }, 'a farewell was not said')
    if (error instanceof TelegramNetworkError)
      return {
        status: 'away',
        isUntold: error.code === 'resting',
        afterMs: error.retryAfterMs ?? pauseWhenAwayMs,
      }
    const isAway = error instanceof GrammyError && error.error_code >= 500
    return isAway ? { status: 'away', isUntold: false, afterMs: pauseWhenAwayMs } : { status: 'over' }
  }
}

const sayNext = async (options: FarewellOptions, job: BotJob, lock: Lease): Promise<JobOutcome> => {
  const { client, log } = options
  const done = async (): Promise<JobOutcome> => {
    await client.completeOutboxRow(job.outboxId)
    return { status: 'done' }
  }
  // Opened first: learners who are taken and cannot be told are lost.
  const known = await unlessGone(client.getBot(job.botId))
  if (known === null) return done()
  const api = await options.openApi(known.bot)
  const { reason, courseTitle, after, learners } = await client.claimFarewells(job.botId)
  if (reason === null) return done()
  let told = after
  let afterMs = 0
  for (const { id, telegramUserId, locale } of learners) {
    if (lock.lost.aborted) break
    // Whoever was taken is to be given back, whatever goes wrong.
    afterMs = await options.takeTurn(known.bot.telegramBotId).catch(() => pauseWhenAwayMs)
    if (afterMs > 0) break
    const said = await send(api, telegramUserId, farewellTexts[locale][reason](courseTitle), log)
    if (said.status === 'over' || !said.isUntold) told = id
    if (said.status === 'over') continue
    afterMs = said.afterMs
    break
  }
  const taken = learners.at(-1)?.id
  if (taken !== undefined && told !== taken) await client.giveFarewellsBack(job.botId, { taken, after: told })
  return { status: 'later', afterMs }
}

/**
 * Tells a lot of learners that the bot teaches no more; the job comes again until nobody is left. While Telegram is
 * away, the rest of the lot is given back. Nobody is told twice: who is in a lot whose runner died is not told at all.
 */
export const sayFarewell = (options: FarewellOptions, job: BotJob): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.botId),
    (lock) => sayNext(options, job, lock),
  )
