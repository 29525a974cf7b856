import type { z } from 'zod'

import { erasureResponseSchema, type ErasureRequest, type ErasureResponse } from './erasure.ts'
import { farewellsResponseSchema, type FarewellsBackRequest, type FarewellsResponse } from './farewell.ts'
import { learnerReleaseSchema, type LearnerRelease } from './learnerRelease.ts'
import { platformMethods, type PlatformMethods } from './platformMethods.ts'
import {
  runnerActionsResponseSchema,
  type RunnerActionsRequest,
  type RunnerActionsResponse,
} from './runnerActions.ts'
import {
  runnerBotResponseSchema,
  runnerBotsResponseSchema,
  type RunnerBotCheck,
  type RunnerBotReport,
  type RunnerBotResponse,
  type RunnerBotsResponse,
} from './runnerBots.ts'
import { runnerFilesResponseSchema, runnerLinksResponseSchema, type BotFile } from './runnerMedia.ts'
import { runnerSubmissionResponseSchema, type LostFile, type RunnerSubmission } from './runnerSubmissions.ts'
import { runnerDeliveryResponseSchema, type RunnerDeliveryResponse } from './runnerDelivery.ts'
import {
  noticeClaimResponseSchema,
  runnerNoticeResponseSchema,
  type NoticeClaimResponse,
  type NoticeReport,
  type RunnerNoticeResponse,
} from './runnerNotices.ts'

/** The CMS answered, and said no. */
export class RunnerApiError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(`the CMS answered ${status} ${code}`)
    this.name = 'RunnerApiError'
    this.status = status
    this.code = code
  }
}

export type RunnerClient = PlatformMethods & {
  submitActions: (request: RunnerActionsRequest) => Promise<RunnerActionsResponse>
  /** Bots changed at or after that ISO time; all when it is left out. */
  listBots: (query: { changedAfter?: string; key?: string }) => Promise<RunnerBotsResponse>
  getBot: (botId: string) => Promise<RunnerBotResponse>
  reportBot: (botId: string, report: RunnerBotReport) => Promise<void>
  checkBot: (botId: string, check: RunnerBotCheck) => Promise<void>
  /** Every bot is to be looked at soon: what holds for all of them has changed. */
  checkAllBots: () => Promise<void>
  /** Telegram refuses this bot rich messages. */
  reportRichRefused: (botId: string) => Promise<void>
  /** What a bot of Telegram's has uploaded of the files with these hashes. */
  findFiles: (telegramBotId: number, hashes: string[]) => Promise<BotFile[]>
  saveFiles: (telegramBotId: number, files: BotFile[]) => Promise<void>
  /** By the files' ids: where learners can load what is too large for Telegram. */
  createLinks: (mediaIds: string[]) => Promise<Record<string, string>>
  /** A file's bytes, to be read while they come. Whoever asks ends the reading, by `signal` too. */
  openMedia: (mediaId: string, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
  /** Files that are still to be fetched from Telegram; 404 when there are none. */
  getSubmission: (subjectId: string) => Promise<RunnerSubmission>
  /** Gives the CMS a file's bytes while they come. Repeating it changes nothing. */
  keepFile: (fileId: string, bytes: AsyncIterable<Uint8Array>, signal: AbortSignal) => Promise<void>
  loseFile: (fileId: string, reason: LostFile['reason']) => Promise<void>
  /** There is nothing more to fetch. Repeating it changes nothing. */
  settleSubmission: (subjectId: string) => Promise<void>
  getRelease: (releaseId: string) => Promise<LearnerRelease>
  getDelivery: (enrollmentId: string) => Promise<RunnerDeliveryResponse>
  getNotice: (noticeId: string) => Promise<RunnerNoticeResponse>
  /** Not to be repeated: whoever claims what is claimed already learns that nobody knows whether it was sent. */
  claimNotice: (noticeId: string) => Promise<NoticeClaimResponse>
  /** Repeating it changes nothing. */
  reportNotice: (noticeId: string, report: NoticeReport) => Promise<void>
  /** Somebody who asked to be forgotten, and what is known of them. */
  getErasure: (enrollmentId: string) => Promise<ErasureResponse>
  eraseLearner: (enrollmentId: string, request: ErasureRequest) => Promise<void>
  /** Takes the next learners who are to be told that the bot teaches no more. Not to be repeated: they are taken. */
  claimFarewells: (botId: string) => Promise<FarewellsResponse>
  /** Gives back whoever of a lot was certainly told nothing. Repeating it changes nothing. */
  giveFarewellsBack: (botId: string, request: FarewellsBackRequest) => Promise<void>
  /** A picture of the course for its bot, as JPEG. */
  getPicture: (botId: string) => Promise<Uint8Array>
  /** Tells the outbox that the job of this row has done its work. Repeating it changes nothing. */
  completeOutboxRow: (outboxId: string) => Promise<void>
}

/**
 * @param baseUrl the CMS's address, without `/api`
 * @throws {RunnerApiError} on any answer but 2xx; a `TypeError` of fetch when the CMS cannot be reached;
 * a `ZodError` when the answer is not of the agreed shape
 */
export const createRunnerClient = (options: {
  baseUrl: string
  secret: string
  timeoutMs: number
  fetch?: typeof fetch
}): RunnerClient => {
  const send = options.fetch ?? fetch

  const respond = async (
    method: 'GET' | 'POST',
    path: string,
    signal: AbortSignal,
    body?: unknown,
    stream?: AsyncIterable<Uint8Array>,
  ): Promise<Response> => {
    const response = await send(`${options.baseUrl}/api/runner/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${options.secret}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(stream === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      },
      ...(stream === undefined ? {} : { body: stream as never, duplex: 'half' }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    } as RequestInit)
    if (response.ok) return response
    const answer = (await response.json().catch(() => ({}))) as { error?: { code?: string } }
    throw new RunnerApiError(response.status, answer.error?.code ?? 'unknown')
  }

  const request = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const response = await respond(method, path, AbortSignal.timeout(options.timeoutMs), body)
    return response.status === 204 ? undefined : response.json()
  }

  const get = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> =>
    schema.parse(await request('GET', path))

  return {
    ...platformMethods({ get, post: (path, body) => request('POST', path, body) }),
    getPicture: async (botId) => {
      const signal = AbortSignal.timeout(options.timeoutMs)
      return new Uint8Array(await (await respond('GET', `bots/${botId}/picture`, signal)).arrayBuffer())
    },
    submitActions: async (body) => runnerActionsResponseSchema.parse(await request('POST', 'actions', body)),
    listBots: (query) => get(`bots?${new URLSearchParams(query)}`, runnerBotsResponseSchema),
    getBot: (botId) => get(`bots/${botId}`, runnerBotResponseSchema),
    reportBot: async (botId, report) => void (await request('POST', `bots/${botId}/report`, report)),
    checkBot: async (botId, check) => void (await request('POST', `bots/${botId}/check`, check)),
    checkAllBots: async () => void (await request('POST', 'bots/check')),
    reportRichRefused: async (botId) => void (await request('POST', `bots/${botId}/rich-refused`)),
    findFiles: async (telegramBotId, hashes) =>
      (await get(`files/${telegramBotId}?hashes=${hashes.join(',')}`, runnerFilesResponseSchema)).files,
    saveFiles: async (telegramBotId, files) =>
      void (await request('POST', `files/${telegramBotId}`, { files })),
    createLinks: async (ids) =>
      runnerLinksResponseSchema.parse(await request('POST', 'media/links', { ids })).links,
    openMedia: async (mediaId, signal) => {
      const { body } = await respond('GET', `media/${mediaId}`, signal)
      if (body === null) throw new RunnerApiError(502, 'empty')
      return body
    },
    getSubmission: (subjectId) => get(`submissions/${subjectId}`, runnerSubmissionResponseSchema),
    keepFile: async (fileId, bytes, signal) =>
      void (await respond('POST', `submissions/files/${fileId}`, signal, undefined, bytes)),
    loseFile: async (fileId, reason) =>
      void (await request('POST', `submissions/files/${fileId}/lost`, { reason })),
    settleSubmission: async (subjectId) => void (await request('POST', `submissions/${subjectId}/settled`)),
    getRelease: (releaseId) => get(`releases/${releaseId}`, learnerReleaseSchema),
    getDelivery: (enrollmentId) => get(`deliveries/${enrollmentId}`, runnerDeliveryResponseSchema),
    getNotice: (noticeId) => get(`notices/${noticeId}`, runnerNoticeResponseSchema),
    claimNotice: async (noticeId) =>
      noticeClaimResponseSchema.parse(await request('POST', `notices/${noticeId}/claim`)),
    reportNotice: async (noticeId, report) =>
      void (await request('POST', `notices/${noticeId}/report`, report)),
    getErasure: (enrollmentId) => get(`erasures/${enrollmentId}`, erasureResponseSchema),
    eraseLearner: async (enrollmentId, body) =>
      void (await request('POST', `erasures/${enrollmentId}`, body)),
    claimFarewells: async (botId) =>
      farewellsResponseSchema.parse(await request('POST', `bots/${botId}/farewells`)),
    giveFarewellsBack: async (botId, back) =>
      void (await request('POST', `bots/${botId}/farewells/back`, back)),
    completeOutboxRow: async (outboxId) => void (await request('POST', `outbox/${outboxId}/done`)),
  }
}
