import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { multipartBody } from '../media/multipartBody.ts'
import { uploadsOf, type Upload } from '../media/upload.ts'

/** No answer of the Bot API: refused, cut, too late, or not of its form. Carries no address: it holds the token. */
export class TelegramNetworkError extends Error {
  readonly method: string
  readonly code: string
  /** When it is worth trying again, if that is known. */
  readonly retryAfterMs: number | undefined

  constructor(method: string, code: string, retryAfterMs?: number) {
    super(`no answer to ${method}: ${code}`)
    this.name = 'TelegramNetworkError'
    this.method = method
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

export type TelegramAnswer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: { retry_after?: number } }

export type TelegramTransport = {
  /** @throws {TelegramNetworkError}, or what reading a file that goes with the call has thrown */
  call: (token: string, method: string, payload: object, signal?: AbortSignal) => Promise<TelegramAnswer>
  close: () => void
}

type Options = {
  apiRoot: string
  /** Without a sign of life, in which direction so ever. */
  timeoutMs: number
  /** From the last byte of a file to the answer: Telegram looks through it first. */
  uploadAnswerMs?: number
  observe?: (method: string, result: string) => void
}

type Call = { token: string; method: string; payload: object; signal?: AbortSignal }

const isAnswer = (value: unknown): value is TelegramAnswer =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  (value.ok === true || ('error_code' in value && typeof value.error_code === 'number'))

/** Long polling is answered late on purpose. */
const extraTime = (payload: object): number =>
  'timeout' in payload && typeof payload.timeout === 'number' ? payload.timeout * 1000 : 0

/**
 * JSON over kept-alive connections, in place of grammY's own client, whose errors hold the address and which
 * costs so much that a bare grammY bot spends more CPU time on an update than the whole runner does.
 */
export const createTelegramTransport = (options: Options): TelegramTransport => {
  const { apiRoot, timeoutMs, uploadAnswerMs = 60_000, observe } = options
  const root = new URL(apiRoot)
  const base = root.pathname.replace(/\/$/, '')
  const secure = root.protocol === 'https:'
  const agentOptions = { keepAlive: true, maxSockets: 512, scheduling: 'lifo' as const }
  const agent = secure ? new https.Agent(agentOptions) : new http.Agent(agentOptions)
  const request = secure ? https.request : http.request

  /** One request; `send` writes its body. `isRepeatable`: a connection found closed may be replaced by another. */
  const exchange = (
    { token, method, payload, signal }: Call,
    headers: Record<string, string | number>,
    send: (sent: http.ClientRequest, prolong: (ms: number) => void, fail: (error: unknown) => void) => void,
    repeat?: () => Promise<TelegramAnswer>,
  ): Promise<TelegramAnswer> =>
    new Promise((resolve, reject) => {
      const path = `${base}/bot${token}/${method}`
      const { hostname: host, port } = root
      const sent = request({ agent, host, port, method: 'POST', path, headers, signal })
      let isLate = false
      let isSettled = false
      const giveUp = () => {
        isLate = true
        sent.destroy()
      }
      let timer = setTimeout(giveUp, timeoutMs + extraTime(payload))
      const prolong = (ms: number) => {
        if (isLate) return
        clearTimeout(timer)
        timer = setTimeout(giveUp, ms)
      }
      const fail = (code: string) => {
        clearTimeout(timer)
        reject(new TelegramNetworkError(method, isLate ? 'timeout' : code))
      }
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // A refusal may come before all is sent; that nobody reads the rest any more is no news then.
        // Nor is it that we hung up ourselves.
        if (isSettled) return
        // The server closed an idle connection while we began to use it: nothing was read of the request.
        if (sent.reusedSocket && error.code === 'ECONNRESET' && repeat !== undefined && !isLate) {
          clearTimeout(timer)
          resolve(repeat())
        } else fail(error.code ?? error.name)
      })
      sent.on('response', (response) => {
        isSettled = true
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name))
        response.on('end', () => {
          clearTimeout(timer)
          if (!sent.writableFinished) sent.destroy()
          const answer = parse(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
          if (isAnswer(answer)) resolve(answer)
          else fail(`http${response.statusCode}`)
        })
      })
      send(sent, prolong, (error) => {
        clearTimeout(timer)
        isSettled = true
        reject(error as Error)
        sent.destroy()
      })
    })

  const sendJson = (call: Call, isRepeat = false): Promise<TelegramAnswer> => {
    // A string leaves in one write with the headers; bytes would take a second one.
    const body = JSON.stringify(call.payload)
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    return exchange(
      call,
      headers,
      (sent) => void sent.end(body),
      isRepeat ? undefined : () => sendJson(call, true),
    )
  }

  const sendFiles = (call: Call, uploads: Upload[], isRepeat = false): Promise<TelegramAnswer> => {
    const body = multipartBody(call.payload, uploads)
    const headers = { 'content-type': body.contentType, 'content-length': body.bytes }
    const stream = (
      sent: http.ClientRequest,
      prolong: (ms: number) => void,
      fail: (error: unknown) => void,
    ) => {
      const reading = new AbortController()
      sent.once('close', () => reading.abort())
      async function* watched() {
        try {
          for await (const chunk of body.read(reading.signal)) {
            prolong(timeoutMs)
            yield chunk
          }
          prolong(uploadAnswerMs)
        } catch (error) {
          // Destroys the request: that the body now seems to end, nobody sees.
          fail(error)
        }
      }
      // What goes wrong is told by `fail` or by the request's own listeners.
      pipeline(Readable.from(watched()), sent).catch(() => undefined)
    }
    return exchange(call, headers, stream, isRepeat ? undefined : () => sendFiles(call, uploads, true))
  }

  const call: TelegramTransport['call'] = async (token, method, payload, signal) => {
    try {
      const uploads = uploadsOf(payload)
      const made = { token, method, payload, signal }
      const answer = await (uploads === undefined ? sendJson(made) : sendFiles(made, uploads))
      observe?.(method, answer.ok ? 'ok' : String(answer.error_code))
      return answer
    } catch (error) {
      observe?.(method, error instanceof TelegramNetworkError ? error.code : 'failed')
      throw error
    }
  }

  return { call, close: () => agent.destroy() }
}

const parse = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}
