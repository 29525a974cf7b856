import type { Api } from 'grammy'

import type { BotJob } from '../../../src/contracts/queues.ts'
import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { Lease } from '../fleet/lease.ts'
import type { SetAccess } from '../fleet/setup/accessPiece.ts'
import { convergeBot } from '../fleet/setup/convergeBot.ts'
import type { WebhookTarget } from '../fleet/setup/webhookPiece.ts'
import type { Logger } from '../logger.ts'
import type { PlatformTokens } from '../platform/platformTokens.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { JobOutcome, JobTry } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'
import { renewToken } from './renewToken.ts'
import { unlessGone } from './unlessGone.ts'

export type SetupOptions = {
  client: Pick<RunnerClient, 'getBot' | 'getPicture' | 'reportBot' | 'saveBotToken' | 'completeOutboxRow'>
  /** null: this installation has no platform bot. */
  tokens: PlatformTokens | null
  setAccess: SetAccess
  openApi: (record: RunnerBot) => Promise<Api>
  /** So that two runners never set up one bot at once. */
  lock: (botId: string) => Promise<Lease | null>
  webhookOf: (record: RunnerBot) => Promise<WebhookTarget>
  /** Whether this queue sets lost webhooks again. */
  mayRearm: boolean
  log: Logger
}

const lostRetryMs = 1000

/** @throws {RetryLaterError} when no key opens the token: reported, and tried again, because keys may be on their way. */
const openReported = async (
  { client, openApi }: SetupOptions,
  bot: RunnerBot,
  { retryAt }: JobTry,
): Promise<Api> => {
  try {
    return await openApi(bot)
  } catch (cause) {
    await client.reportBot(bot.id, {
      secretVersion: bot.secretVersion,
      state: 'retrying',
      error: { code: 'tokenUnreadable', description: 'no key in TOKEN_KEYS opens the token' },
      nextTryAt: retryAt.toISOString(),
    })
    throw new RetryLaterError('the token cannot be opened', { cause })
  }
}

const setUp = async (options: SetupOptions, job: BotJob, tried: JobTry, lock: Lease): Promise<JobOutcome> => {
  const { client, log } = options
  const wished = await unlessGone(client.getBot(job.botId))
  if (wished === null) {
    // Deleted with its course since.
    await client.completeOutboxRow(job.outboxId)
    return { status: 'done' }
  }
  const { bot } = wished
  const finish = async (): Promise<JobOutcome> => {
    await client.completeOutboxRow(job.outboxId)
    return { status: 'done' }
  }
  // What is to be done with the new token has a row of its own.
  if (wished.wished.isRotating && (await renewToken(options, bot, 'replace'))) return finish()
  const { report, isUnfinished, retryAfterMs } = await convergeBot(
    await openReported(options, bot, tried),
    wished,
    {
      target: await options.webhookOf(bot),
      loadPicture: () => unlessGone(client.getPicture(bot.id)),
      setAccess: options.setAccess,
      mayRearm: options.mayRearm,
    },
  )
  // Somebody else may have told Telegram otherwise meanwhile: what stands there is to be found out anew.
  if (lock.lost.aborted) return { status: 'later', afterMs: lostRetryMs }
  if (report.state === 'needsRelink' && (await renewToken(options, bot, 'fetch'))) return finish()
  const nextTryAt = retryAfterMs === undefined ? tried.retryAt : new Date(Date.now() + retryAfterMs)
  await client.reportBot(bot.id, {
    ...report,
    secretVersion: bot.secretVersion,
    ...(isUnfinished && { nextTryAt: nextTryAt.toISOString() }),
  })
  log.info({ bot: bot.id, state: report.state, error: report.error }, 'a bot was set up')

  if (!isUnfinished) return finish()
  if (retryAfterMs !== undefined) return { status: 'later', afterMs: retryAfterMs }
  throw new RetryLaterError(`the bot is not set up: ${report.error?.code}`)
}

/**
 * Brings one bot to the state that the CMS wishes now, whatever the job was queued for.
 * @throws when Telegram or the CMS is away: the queue tries again
 */
export const setUpBot = (options: SetupOptions, job: BotJob, tried: JobTry): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.botId),
    (lock) => setUp(options, job, tried, lock),
  )
