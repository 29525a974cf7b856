import { setTimeout as sleep } from 'node:timers/promises'

import { GrammyError, type Api } from 'grammy'

import type { BotJob } from '../../../src/contracts/queues.ts'
import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { describeError } from '../describeError.ts'
import type { Lease } from '../fleet/lease.ts'
import { farewellTexts } from '../locales/farewell.ts'
import type { Logger } from '../logger.ts'
import type { JobOutcome } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'
import { unlessGone } from './unlessGone.ts'

export type FarewellOptions = {
  client: Pick<RunnerClient, 'getBot' | 'claimFarewells' | 'completeOutboxRow'>
  openApi: (record: RunnerBot) => Promise<Api>
  lock: (botId: string) => Promise<Lease | null>
  log: Logger
}

/** Between two lots, so that a bot stays within what Telegram lets it send. */
const pauseMs = 1000
const longestWaitSeconds = 20

const waitOf = (error: unknown): number =>
  error instanceof GrammyError && error.error_code === 429 ? (error.parameters.retry_after ?? 1) : Infinity

/** Nothing went out when Telegram answers 429: that alone is tried again. */
const send = async (api: Api, chatId: number, text: string, log: Logger): Promise<void> => {
  try {
    await api.sendMessage(chatId, text)
  } catch (error) {
    const seconds = waitOf(error)
    if (seconds > longestWaitSeconds)
      return log.info({ error: describeError(error) }, 'a farewell was not said')
    await sleep(seconds * 1000)
    await send(api, chatId, text, log)
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
  const { reason, courseTitle, learners } = await client.claimFarewells(job.botId)
  if (reason === null) return done()
  for (const { telegramUserId, locale } of learners) {
    if (lock.lost.aborted) break
    await send(api, telegramUserId, farewellTexts[locale][reason](courseTitle), log)
  }
  return { status: 'later', afterMs: pauseMs }
}

/**
 * Tells a lot of learners that the bot teaches no more; the job comes again until nobody is left. Nobody is told twice:
 * who is in a lot that was cut off is not told at all.
 */
export const sayFarewell = (options: FarewellOptions, job: BotJob): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.botId),
    (lock) => sayNext(options, job, lock),
  )
