import { GrammyError } from 'grammy'

import type { SubmissionJob } from '../../../src/contracts/queues.ts'
import { maxAnswerBytes } from '../../../src/contracts/submission.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { sendOutcomeOf } from '../bot/sendOutcome.ts'
import { TelegramNetworkError } from '../bot/telegramTransport.ts'
import type { BotRegistry } from '../fleet/botRegistry.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { CourseBots } from '../fleet/courseBots.ts'
import type { Lease } from '../fleet/lease.ts'
import { downloadFile, FileGoneError, FileTooLargeError } from '../media/downloadFile.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { JobOutcome } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'
import { unlessGone } from './unlessGone.ts'

/** For one file, with time to spare for slow connections. */
const patienceMs = 60_000

export type KeepOptions = {
  client: Pick<
    RunnerClient,
    'getSubmission' | 'keepFile' | 'loseFile' | 'settleSubmission' | 'getBot' | 'completeOutboxRow'
  >
  registry: BotRegistry
  bots: CourseBots
  apiRoot: string
  lock: (subjectId: string) => Promise<Lease | null>
}

type Fetched =
  { status: 'kept' } | { status: 'lost'; reason: 'gone' | 'refused' } | { status: 'later'; afterMs: number }

const isTooBig = (error: unknown): boolean =>
  error instanceof FileTooLargeError || (error instanceof GrammyError && /too big/i.test(error.description))

/** What an error says about the file; rethrown when it says nothing and trying again may help. */
const judge = (error: unknown): Fetched => {
  if (isTooBig(error)) return { status: 'lost', reason: 'refused' }
  if (error instanceof FileGoneError) return { status: 'lost', reason: 'gone' }
  if (!(error instanceof GrammyError || error instanceof TelegramNetworkError)) throw error
  const outcome = sendOutcomeOf(error)
  // Telegram knows the bot and not the file: it was another bot's, or is too old.
  if (outcome.status === 'sent') return { status: 'lost', reason: 'gone' }
  if (outcome.status === 'deferred' && outcome.isLimited)
    return { status: 'later', afterMs: outcome.retryAfterMs }
  throw new RetryLaterError('a file cannot be fetched from Telegram now', { cause: error })
}

/** From Telegram to the CMS while it comes: nothing of it is held here. */
const fetchOne = async (
  { client, apiRoot }: KeepOptions,
  { bot }: CourseBot,
  file: { id: string; fileId: string },
): Promise<Fetched> => {
  const signal = AbortSignal.timeout(patienceMs)
  let broken: unknown
  // Why the reading ended; the sending says only that it could not go on.
  async function* watched(bytes: AsyncIterable<Uint8Array>) {
    try {
      yield* bytes
    } catch (error) {
      broken = error
      throw error
    }
  }
  try {
    const { file_path: path, file_size: size } = await bot.api.getFile(file.fileId)
    if (path === undefined) throw new FileGoneError()
    if (size !== undefined && size > maxAnswerBytes) throw new FileTooLargeError()
    const bytes = await downloadFile({ apiRoot, token: bot.token, path, max: maxAnswerBytes, signal })
    await client.keepFile(file.id, watched(bytes), signal)
    return { status: 'kept' }
  } catch (error) {
    return judge(broken ?? error)
  }
}

const keep = async (options: KeepOptions, job: SubmissionJob): Promise<JobOutcome> => {
  const { client, registry, bots } = options
  const submission = await unlessGone(client.getSubmission(job.subjectId))
  if (submission !== null) {
    const record = registry.findById(submission.botId) ?? (await client.getBot(submission.botId)).bot
    const course = await bots.get(record)
    for (const file of submission.files) {
      const fetched = await fetchOne(options, course, file)
      if (fetched.status === 'later') return fetched
      if (fetched.status === 'lost') await client.loseFile(file.id, fetched.reason)
    }
    await client.settleSubmission(job.subjectId)
  }
  await client.completeOutboxRow(job.outboxId)
  return { status: 'done' }
}

/**
 * Brings the files of a submission from Telegram to where we keep them. What has come stays when the job is cut off:
 * the next one goes on with the rest.
 * @throws {RetryLaterError} when Telegram or the CMS is away: the queue tries again
 */
export const keepSubmission = (options: KeepOptions, job: SubmissionJob): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.subjectId),
    () => keep(options, job),
  )
