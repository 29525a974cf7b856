import type { LearnerRelease } from '../../../src/contracts/learnerRelease.ts'
import {
  runnerActionsRequestSchema,
  type RunnerAction,
  type RunnerActionResult,
  type RunnerActionsRequest,
} from '../../../src/contracts/runnerActions.ts'
import {
  runnerBotReportSchema,
  type RunnerBot,
  type RunnerBotReport,
  type RunnerBotResponse,
} from '../../../src/contracts/runnerBots.ts'
import {
  runnerFilesQuerySchema,
  runnerFilesRequestSchema,
  runnerLinksRequestSchema,
  type BotFile,
} from '../../../src/contracts/runnerMedia.ts'
import type { RunnerDeliveryResponse } from '../../../src/contracts/runnerDelivery.ts'
import {
  noticeReportSchema,
  type NoticeClaimResponse,
  type NoticeReport,
} from '../../../src/contracts/runnerNotices.ts'
import { startJsonServer, type JsonAnswer, type JsonRequest } from './jsonServer.ts'

export const cmsSecret = 'a secret between the runner and the CMS'

const notFound: JsonAnswer = { status: 404, body: { error: { code: 'notFound' } } }

/** The CMS's side of the contract, in memory. Its public fields are there to be set and looked at by tests. */
export const startFakeCms = async () => {
  const state = {
    bots: [] as RunnerBot[],
    releases: new Map<string, LearnerRelease>(),
    deliveries: new Map<string, RunnerDeliveryResponse>(),
    /** By id: what whoever claims it is told; and what was reported, in order. */
    notices: new Map<string, NoticeClaimResponse & { telegramBotId: number | null }>(),
    claims: [] as string[],
    noticeReports: [] as NoticeReport[],
    wished: new Map<string, Omit<RunnerBotResponse, 'bot'>>(),
    batches: [] as RunnerActionsRequest[],
    reports: [] as { botId: string; report: RunnerBotReport }[],
    completed: [] as string[],
    lookUps: [] as string[],
    /** Bytes of files by their ids, and how often each was read. */
    media: new Map<string, Buffer>(),
    mediaReads: [] as string[],
    botFiles: new Map<number, BotFile[]>(),
    richRefused: [] as string[],
    /** Set to a status to make claims of notices fail with it. */
    claimFailure: undefined as number | undefined,
    /** Set to a status to make every call fail with it. */
    failure: undefined as number | undefined,
    decide: (_action: RunnerAction): RunnerActionResult | Promise<RunnerActionResult> => ({
      status: 'done',
      locale: 'en',
      effects: [],
    }),
  }

  const listBots = (query: URLSearchParams): JsonAnswer => {
    const key = query.get('key')
    const after = query.get('changedAfter')
    if (key !== null) state.lookUps.push(key)
    const bots = state.bots
      .filter((bot) => key === null || bot.key === key)
      .filter((bot) => after === null || Date.parse(bot.changedAt) >= Date.parse(after))
    return { status: 200, body: { bots, now: new Date().toISOString() } }
  }

  const getBot = (id: string): JsonAnswer => {
    const bot = state.bots.find((candidate) => candidate.id === id)
    const wished = state.wished.get(id)
    return bot && wished ? { status: 200, body: { bot, ...wished } } : notFound
  }

  const files = (id: number, method: string, query: URLSearchParams, body: unknown): JsonAnswer => {
    const known = state.botFiles.get(id) ?? []
    if (method === 'GET') {
      const hashes = runnerFilesQuerySchema.parse(query.get('hashes'))
      return { status: 200, body: { files: known.filter(({ hash }) => hashes.includes(hash)) } }
    }
    state.botFiles.set(id, [...known, ...runnerFilesRequestSchema.parse(body).files])
    return { status: 204 }
  }

  const media = (id: string, body: unknown): JsonAnswer => {
    if (id === 'links') {
      const { ids } = runnerLinksRequestSchema.parse(body)
      const known = ids.filter((one) => state.media.has(one))
      return {
        status: 200,
        body: { links: Object.fromEntries(known.map((one) => [one, `https://cms.test/media/${one}`])) },
      }
    }
    state.mediaReads.push(id)
    const bytes = state.media.get(id)
    return bytes === undefined ? notFound : { status: 200, body: bytes }
  }

  const notice = (id: string, verb: string | undefined, body: unknown): JsonAnswer => {
    if (verb === 'report') {
      state.noticeReports.push(noticeReportSchema.parse(body))
      return { status: 204 }
    }
    const known = state.notices.get(id)
    if (known === undefined) return notFound
    if (verb === undefined) return { status: 200, body: { telegramBotId: known.telegramBotId } }
    state.claims.push(id)
    return state.claimFailure === undefined ? { status: 200, body: known } : { status: state.claimFailure }
  }

  const submit = async (body: unknown): Promise<JsonAnswer> => {
    const request = runnerActionsRequestSchema.parse(body)
    state.batches.push(request)
    return { status: 200, body: { results: await Promise.all(request.actions.map(state.decide)) } }
  }

  const handle = ({ method, path, body, headers }: JsonRequest): JsonAnswer | Promise<JsonAnswer> => {
    if (headers.authorization !== `Bearer ${cmsSecret}`) return { status: 401 }
    if (state.failure !== undefined) return { status: state.failure, body: { error: { code: 'down' } } }
    const { pathname, searchParams } = new URL(path, 'http://cms')
    const [what, id = '', verb] = pathname.replace('/api/runner/', '').split('/')
    if (what === 'actions') return submit(body)
    if (what === 'bots' && method === 'GET') return id === '' ? listBots(searchParams) : getBot(id)
    if (what === 'files') return files(Number(id), method, searchParams, body)
    if (what === 'notices') return notice(id, verb, body)
    if (what === 'media') return media(id, body)
    if (what === 'bots' && verb === 'rich-refused') {
      state.richRefused.push(id)
      return { status: 204 }
    }
    if (what === 'bots' && verb === 'report') {
      state.reports.push({ botId: id, report: runnerBotReportSchema.parse(body) })
      return { status: 204 }
    }
    if (what === 'outbox' && verb === 'done') {
      state.completed.push(id)
      return { status: 204 }
    }
    const found = what === 'releases' ? state.releases.get(id) : state.deliveries.get(id)
    return found === undefined ? notFound : { status: 200, body: found }
  }

  const server = await startJsonServer(handle)
  return Object.assign(state, server)
}

export type FakeCms = Awaited<ReturnType<typeof startFakeCms>>
