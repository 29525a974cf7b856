import type { Api } from 'grammy'

import type { BotJob } from '../../../src/contracts/queues.ts'
import type { RunnerBot, RunnerBotCheck, RunnerBotResponse } from '../../../src/contracts/runnerBots.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { Lease } from '../fleet/lease.ts'
import { accessPiece, type SetAccess } from '../fleet/setup/accessPiece.ts'
import { setupFailureOf } from '../fleet/setup/setupFailure.ts'
import { webhookPiece, type WebhookTarget } from '../fleet/setup/webhookPiece.ts'
import { wishedPieces } from '../fleet/setup/wishedPieces.ts'
import type { Logger } from '../logger.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { JobOutcome } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'
import { unlessGone } from './unlessGone.ts'

export type CheckOptions = {
  client: Pick<RunnerClient, 'getBot' | 'checkBot' | 'completeOutboxRow'>
  openApi: (record: RunnerBot) => Promise<Api>
  /** The one of setting up: what is being told just now would look lost. */
  lock: (botId: string) => Promise<Lease | null>
  webhookOf: (record: RunnerBot) => Promise<WebhookTarget>
  setAccess: SetAccess
  observe: (finding: RunnerBotCheck['finding']) => void
  log: Logger
}

type Found = Pick<RunnerBotCheck, 'finding' | 'identity'>

const look = async (options: CheckOptions, { bot, wished, applied }: RunnerBotResponse): Promise<Found> => {
  let api: Api
  try {
    api = await options.openApi(bot)
  } catch {
    // No key opens the token: setting up says so, and tries again.
    return { finding: 'refused' }
  }
  const me = await api.getMe()
  if (me.id !== bot.telegramBotId) return { finding: 'refused' }
  const identity = { username: me.username, name: me.first_name }
  // What was never told cannot be lost: setting up is under way.
  if (applied.webhook === undefined) return { finding: 'right', identity }
  const { url = '' } = await api.getWebhookInfo()
  const target = await options.webhookOf(bot)
  const isRight =
    url === (wished.isListening ? (target?.url ?? '') : '') &&
    applied.webhook === webhookPiece(wished.isListening, target).hash
  if (!isRight) return { finding: 'webhookLost', identity }
  // Bots speak of themselves as the product of now lets them, also where nobody has published since.
  const untold = [
    ...wishedPieces(wished, applied, () => Promise.resolve(null)),
    ...accessPiece(bot.telegramBotId, wished.access, applied, options.setAccess),
  ]
  return { finding: untold.length > 0 ? 'outdated' : 'right', identity }
}

const check = async (options: CheckOptions, { botId, outboxId }: BotJob): Promise<JobOutcome> => {
  const { client, log } = options
  const known = await unlessGone(client.getBot(botId))
  if (known === null) {
    await client.completeOutboxRow(outboxId)
    return { status: 'done' }
  }
  let found: Found
  try {
    found = await look(options, known)
  } catch (error) {
    const { kind, retryAfterMs, description } = setupFailureOf(error)
    if (retryAfterMs !== undefined) return { status: 'later', afterMs: retryAfterMs }
    if (kind === 'unavailable') throw new RetryLaterError(`the bot cannot be looked at: ${description}`)
    // A token of the wrong form is answered 404.
    found = { finding: 'refused' }
  }
  options.observe(found.finding)
  if (found.finding !== 'right')
    log.warn({ bot: botId, finding: found.finding }, 'a bot is not as it should be')
  const { secretVersion } = known.bot
  await unlessGone(client.checkBot(botId, { outboxId, secretVersion, ...found }))
  return { status: 'done' }
}

/**
 * Asks Telegram what it knows of a bot, and tells the CMS, which queues what follows.
 * @throws when Telegram or the CMS is away: the queue tries again
 */
export const checkBot = (options: CheckOptions, job: BotJob): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.botId),
    () => check(options, job),
  )
