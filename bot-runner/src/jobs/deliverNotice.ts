import { setTimeout as sleep } from 'node:timers/promises'

import { z } from 'zod'

import { noticeJobSchema } from '../../../src/contracts/queues.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { NoticeClaimResponse, NoticeReport } from '../../../src/contracts/runnerNotices.ts'
import { sendEffects, type ViewServices } from '../bot/sendEffects.ts'
import { describeError } from '../describeError.ts'
import type { BotRegistry } from '../fleet/botRegistry.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { CourseBots } from '../fleet/courseBots.ts'
import type { Lease } from '../fleet/lease.ts'
import type { Logger } from '../logger.ts'
import type { Pace } from '../pace/createPace.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { JobOutcome } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'
import { unlessGone } from './unlessGone.ts'

/** `bot`: Telegram's id of it; `place`: in what it sends in bulk. Both are found out on the way. */
export const pacedNoticeJobSchema = noticeJobSchema.extend({
  bot: z.int().optional(),
  place: z.number().optional(),
})
type NoticeJob = z.infer<typeof pacedNoticeJobSchema>

export type NoticeOptions = {
  client: Pick<RunnerClient, 'getNotice' | 'claimNotice' | 'reportNotice' | 'getBot' | 'completeOutboxRow'>
  registry: BotRegistry
  bots: CourseBots
  views: ViewServices
  pace: Pick<Pace, 'take'>
  /** The next message of this bot has taken its turn. */
  except: (telegramBotId: string) => void
  observe: (kind: string, outcome: string) => void
  lock: (noticeId: string) => Promise<Lease | null>
  log: Logger
}

type Claimed = Extract<NoticeClaimResponse, { status: 'send' }>

/** What is not known to the CMS after these is uncertain for ever. */
const reportPausesMs = [250, 500, 1000, 2000, 4000, 8000]
const retryMs = 1000
const maxDetail = 500

const done: JobOutcome = { status: 'done' }

/** Tells the CMS what became of a notice: it is worth some patience. */
const report = async ({ client }: NoticeOptions, noticeId: string, what: NoticeReport): Promise<void> => {
  for (const pauseMs of reportPausesMs) {
    try {
      return await client.reportNotice(noticeId, what)
    } catch {
      await sleep(pauseMs)
    }
  }
  await client.reportNotice(noticeId, what)
}

const open = async ({ client, registry, bots }: NoticeOptions, botId: string): Promise<CourseBot> => {
  try {
    return await bots.get(registry.findById(botId) ?? (await client.getBot(botId)).bot)
  } catch (error) {
    throw new RetryLaterError('a bot cannot be opened', { cause: error })
  }
}

const send = async (options: NoticeOptions, claimed: Claimed): Promise<NoticeReport> => {
  const { views, except } = options
  const { botId, telegramUserId, locale, effect } = claimed
  const course = await open(options, botId)
  except(String(course.record.telegramBotId))
  const target = { course, chatId: telegramUserId, updateId: 0 }
  const outcome = await sendEffects(views, target, { effects: [effect], locale })
  if (outcome.status === 'blocked') return { outcome: 'blocked' }
  if (outcome.status === 'deferred')
    return outcome.isUnsent
      ? { outcome: 'deferred', retryAfterMs: outcome.retryAfterMs }
      : { outcome: 'uncertain', detail: outcome.error }
  if (outcome.error !== undefined) return { outcome: 'refused', detail: outcome.error }
  return { outcome: 'sent' }
}

/** What went wrong before anything was asked of Telegram can be tried again; of anything else nobody knows. */
const outcomeOf = (error: unknown): NoticeReport =>
  error instanceof RetryLaterError
    ? { outcome: 'deferred', retryAfterMs: error.retryAfterSeconds * 1000 }
    : {
        outcome: 'uncertain',
        detail: String(describeError(error).name ?? 'failed').slice(0, maxDetail),
      }

const claim = async (options: NoticeOptions, noticeId: string): Promise<NoticeClaimResponse | null> => {
  try {
    return await unlessGone(options.client.claimNotice(noticeId))
  } catch (error) {
    // It may be claimed and we were not told: that nothing was sent, we know.
    await report(options, noticeId, { outcome: 'deferred', retryAfterMs: retryMs })
    throw new RetryLaterError('a notice cannot be claimed', { cause: error })
  }
}

const deliver = async (options: NoticeOptions, job: NoticeJob): Promise<JobOutcome> => {
  const { client, pace, observe, log } = options
  const { noticeId } = job
  const gone = async (): Promise<JobOutcome> => {
    await client.completeOutboxRow(job.outboxId)
    return done
  }
  const known = job.bot === undefined ? await unlessGone(client.getNotice(noticeId)) : { telegramBotId: job.bot } // prettier-ignore
  if (known === null) return gone()
  const bot = known.telegramBotId
  if (bot !== null) {
    const { waitMs, place } = await pace.take(String(bot), job.place)
    if (waitMs > 0 && place !== null) return { status: 'later', afterMs: waitMs, keep: { bot, place } }
    if (waitMs > 0) {
      await report(options, noticeId, { outcome: 'deferred', retryAfterMs: waitMs })
      return done
    }
  }
  const claimed = await claim(options, noticeId)
  if (claimed === null) return gone()
  if (claimed.status !== 'send') {
    observe(claimed.kind, claimed.status === 'later' ? 'later' : claimed.outcome)
    return done
  }
  const told = await send(options, claimed).catch((error: unknown) => {
    log.error({ notice: noticeId, error: describeError(error) }, 'a notice was not sent')
    return outcomeOf(error)
  })
  observe(claimed.kind, told.outcome)
  await report(options, noticeId, told)
  return done
}

/**
 * Tells a learner something of our own accord, at most once: when the bot may, it is claimed, sent and reported. A job
 * that is cut off between the claim and the report leaves a notice of which nobody knows whether it was sent; it is not
 * sent again.
 * @throws {RetryLaterError} when Redis or the CMS is away: the queue tries again
 */
export const deliverNotice = (options: NoticeOptions, job: NoticeJob): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.noticeId),
    () => deliver(options, job),
  )
