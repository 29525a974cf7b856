import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { RunnerSubmission } from '../../../src/contracts/runnerSubmissions.ts'
import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'
import { openCourseBot } from '../fleet/courseBot.ts'
import { createTelegramTransport, type TelegramTransport } from '../bot/telegramTransport.ts'
import { describeError } from '../describeError.ts'
import type { Lease } from '../fleet/lease.ts'
import { buildBot, testRing, testToken } from '../testing/testBot.ts'
import { keepSubmission } from './keepSubmission.ts'

const job = { outboxId: randomUUID(), subjectId: randomUUID() }
const lease: Lease = { lost: new AbortController().signal, release: async () => {} }
const bytes = Buffer.from('the bytes of a file')

type Answer = { status: number; body: string | Buffer; headers?: Record<string, string> }

let telegram: Server
let transport: TelegramTransport
let answers: { getFile: (fileId: string) => object; download: (path: string) => Answer }
let asked: string[]

beforeEach(async () => {
  asked = []
  answers = {
    getFile: (fileId) => ({ ok: true, result: { file_id: fileId, file_path: `documents/${fileId}.pdf` } }),
    download: () => ({ status: 200, body: bytes }),
  }
  telegram = createServer(async (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    let body = ''
    for await (const chunk of request) body += String(chunk)
    if (path.startsWith('/file/')) {
      const { status, body: sent, headers } = answers.download(path)
      response.writeHead(status, headers).end(sent)
      return
    }
    const answer = answers.getFile((JSON.parse(body) as { file_id: string }).file_id)
    const status = 'error_code' in answer ? Number(answer.error_code) : 200
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  telegram.listen(0, '127.0.0.1')
  await new Promise((resolve) => telegram.once('listening', resolve))
})
afterEach(async () => {
  transport.close()
  telegram.closeAllConnections()
  await new Promise((resolve) => telegram.close(resolve))
})

const setUp = async (submission: RunnerSubmission['files'] | null) => {
  const apiRoot = `http://127.0.0.1:${(telegram.address() as AddressInfo).port}`
  transport = createTelegramTransport({ apiRoot, timeoutMs: 5000 })
  const record = await buildBot()
  const course = await openCourseBot(record, testRing, transport)
  const told: unknown[] = []
  const kept: Record<string, string> = {}
  const client = {
    getSubmission: async () => {
      if (submission === null) throw new RunnerApiError(404, 'notFound')
      return { botId: record.id, files: submission.filter(({ id }) => kept[id] === undefined) }
    },
    keepFile: async (id: string, stream: AsyncIterable<Uint8Array>) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of stream) chunks.push(chunk)
      kept[id] = Buffer.concat(chunks).toString()
    },
    loseFile: async (...lost: unknown[]) => void told.push(['lost', ...lost]),
    settleSubmission: async (id: string) => void told.push(['settled', id]),
    completeOutboxRow: async (id: string) => void told.push(['completed', id]),
    getBot: () => Promise.reject(new Error('not asked')),
  }
  const registry = { findById: () => record }
  const bots = { get: () => course }
  const run = () =>
    keepSubmission(
      { client, registry, bots, apiRoot, lock: async () => lease } as unknown as Parameters<
        typeof keepSubmission
      >[0],
      job,
    )
  return { run, told, kept, client, token: testToken(record.telegramBotId) }
}
const over = [
  ['settled', job.subjectId],
  ['completed', job.outboxId],
]
const file = (fileId = 'abc') => ({ id: randomUUID(), fileId })

describe('keepSubmission', () => {
  it('should bring every file from Telegram to the CMS, and settle', async () => {
    const files = [file('one'), file('two')]
    const { run, told, kept } = await setUp(files)
    expect(await run()).toEqual({ status: 'done' })
    expect(Object.keys(kept)).toEqual(files.map(({ id }) => id))
    expect(Object.values(kept)).toEqual([bytes.toString(), bytes.toString()])
    expect(told).toEqual(over)
  })

  it('should be over at once when there is nothing to fetch', async () => {
    const { run, told } = await setUp(null)
    expect(await run()).toEqual({ status: 'done' })
    expect(told).toEqual([['completed', job.outboxId]])
    expect(asked).toEqual([])
  })

  it('should go on with what is left after it was cut off', async () => {
    const [first, second] = [file('one'), file('two')]
    const { run, told, kept, client } = await setUp([first, second])
    const keepFile = client.keepFile
    client.keepFile = async (id, stream) => {
      if (id === second.id) throw new TypeError('fetch failed')
      return keepFile(id, stream)
    }
    await expect(run()).rejects.toThrow('fetch failed')
    expect(told).toEqual([])
    client.keepFile = keepFile
    asked = []
    expect(await run()).toEqual({ status: 'done' })
    expect(Object.keys(kept)).toEqual([first.id, second.id])
    expect(asked.filter((path) => path.startsWith('/file/'))).toEqual([expect.stringContaining('two.pdf')])
  })

  it.each([
    ['gone', () => { answers.getFile = () => ({ ok: false, error_code: 400, description: 'Bad Request: wrong file_id' }) }],
    ['refused', () => { answers.getFile = () => ({ ok: false, error_code: 400, description: 'Bad Request: file is too big' }) }],
    ['refused', () => { answers.getFile = () => ({ ok: true, result: { file_path: 'a', file_size: 21 * 1024 * 1024 } }) }],
    ['refused', () => { answers.download = () => ({ status: 200, body: Buffer.alloc(20 * 1024 * 1024 + 1) }) }],
    ['refused', () => { answers.download = () => ({ status: 200, body: Buffer.alloc(20 * 1024 * 1024 + 1), headers: { 'transfer-encoding': 'chunked' } }) }],
    ['gone', () => { answers.download = () => ({ status: 404, body: '' }) }],
    ['gone', () => { answers.getFile = () => ({ ok: true, result: { file_path: '../../etc/passwd' } }) }],
  ] as const)('should say that a file will not come: %s', async (reason, arrange) => {
    arrange()
    const lost = file()
    const { run, told } = await setUp([lost])
    expect(await run()).toEqual({ status: 'done' })
    expect(told).toEqual([['lost', lost.id, reason], ...over])
    expect(asked.some((path) => path.includes('..'))).toBe(false)
  }) // prettier-ignore

  it('should rest as long as Telegram says', async () => {
    answers.getFile = () => ({
      ...{ ok: false, error_code: 429, description: 'Too Many Requests' },
      parameters: { retry_after: 7 },
    })
    const { run, told } = await setUp([file()])
    expect(await run()).toEqual({ status: 'later', afterMs: 7000 })
    expect(told).toEqual([])
  })

  it.each([
    ['getFile', () => (answers.getFile = () => ({ ok: false, error_code: 502, description: 'Bad Gateway' }))],
    ['the download', () => (answers.download = () => ({ status: 502, body: '' }))],
    ['the middle of it', () => (answers.download = () => ({ status: 200, body: 'half', headers: { 'content-length': '9' } }))],
  ])('should come again when %s fails, and tell nobody the token', async (_where, arrange) => {
    arrange()
    const { run, told, kept, token } = await setUp([file()])
    const error: unknown = await run().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(JSON.stringify(describeError(error))).not.toContain(token)
    expect([told, kept]).toEqual([[], {}])
  }) // prettier-ignore
})
