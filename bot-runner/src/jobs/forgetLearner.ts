import { GrammyError } from 'grammy'

import type { ErasureResponse } from '../../../src/contracts/erasure.ts'
import type { ErasureJob } from '../../../src/contracts/queues.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { sendOutcomeOf } from '../bot/sendOutcome.ts'
import { describeError } from '../describeError.ts'
import type { BotRegistry } from '../fleet/botRegistry.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { CourseBots } from '../fleet/courseBots.ts'
import type { Lease } from '../fleet/lease.ts'
import { erasureTexts } from '../locales/erasure.ts'
import type { Logger } from '../logger.ts'
import { callBot } from '../media/sendFiles.ts'
import { withUploads } from '../media/upload.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { JobOutcome } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'
import { unlessGone } from './unlessGone.ts'

export type ForgetOptions = {
  client: Pick<RunnerClient, 'getErasure' | 'eraseLearner' | 'getBot' | 'completeOutboxRow'>
  registry: BotRegistry
  bots: CourseBots
  lock: (enrollmentId: string) => Promise<Lease | null>
  log: Logger
}

/** The course has no bot now: it may get one. */
const botlessMs = 10 * 60_000

const isNobody = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /chat not found|user not found|PEER_ID_INVALID|deactivated/i.test(error.description)

type Given = 'sent' | 'unreachable' | { afterMs: number }

/** @throws what is neither delivered nor undeliverable: nothing is erased before it is one of both */
const give = async (course: CourseBot, chatId: number, erasure: ErasureResponse): Promise<Given> => {
  const bytes = Buffer.from(erasure.document)
  const file = {
    ...{ name: 'export', filename: erasure.filename, mimeType: 'application/json', bytes: bytes.byteLength },
    open: async () =>
      (async function* () {
        yield bytes
      })(),
  }
  const payload = {
    chat_id: chatId,
    document: 'attach://export',
    caption: erasureTexts[erasure.locale].caption,
    disable_content_type_detection: true,
  }
  try {
    await callBot(course, { method: 'sendDocument', payload: withUploads(payload, [file]) })
    return 'sent'
  } catch (error) {
    if (isNobody(error)) return 'unreachable'
    const outcome = sendOutcomeOf(error)
    if (outcome.status === 'blocked') return 'unreachable'
    if (outcome.status === 'deferred' && outcome.isLimited) return { afterMs: outcome.retryAfterMs }
    throw new RetryLaterError('a learner cannot be given their data now', { cause: error })
  }
}

const forget = async (options: ForgetOptions, job: ErasureJob): Promise<JobOutcome> => {
  const { client, registry, bots, log } = options
  const erasure = await unlessGone(client.getErasure(job.enrollmentId))
  if (erasure !== null) {
    const { botId, telegramUserId, locale } = erasure
    if (botId === null || telegramUserId === null) return { status: 'later', afterMs: botlessMs }
    const course = await bots.get(registry.findById(botId) ?? (await client.getBot(botId)).bot)
    const given = await give(course, telegramUserId, erasure)
    if (typeof given === 'object') return { status: 'later', afterMs: given.afterMs }
    await client.eraseLearner(job.enrollmentId, { delivery: given })
    // What it says is true whether it arrives or not.
    if (given === 'sent')
      await callBot(course, {
        method: 'sendMessage',
        payload: { chat_id: telegramUserId, text: erasureTexts[locale].done },
      }).catch((error: unknown) => log.info({ error: describeError(error) }, 'the end was not told'))
  }
  await client.completeOutboxRow(job.outboxId)
  return { status: 'done' }
}

/**
 * Gives a learner who asked to be forgotten all that is known of them, then has it erased. A job that is cut off in
 * between gives it once more, and then erases; nothing is erased that nobody was given, unless Telegram says that there
 * is nobody.
 */
export const forgetLearner = (options: ForgetOptions, job: ErasureJob): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.enrollmentId),
    () => forget(options, job),
  )
