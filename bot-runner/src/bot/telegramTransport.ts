import http from 'node:http'
import https from 'node:https'

/** No answer of the Bot API: refused, cut, too late, or not of its form. Carries no address: it holds the token. */
export class TelegramNetworkError extends Error {
  readonly method: string
  readonly code: string

  constructor(method: string, code: string) {
    super(`no answer to ${method}: ${code}`)
    this.name = 'TelegramNetworkError'
    this.method = method
    this.code = code
  }
}

export type TelegramAnswer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: { retry_after?: number } }

export type TelegramTransport = {
  call: (token: string, method: string, payload: object, signal?: AbortSignal) => Promise<TelegramAnswer>
  close: () => void
}

type Options = {
  apiRoot: string
  timeoutMs: number
  observe?: (method: string, result: string) => void
}

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
export const createTelegramTransport = ({ apiRoot, timeoutMs, observe }: Options): TelegramTransport => {
  const root = new URL(apiRoot)
  const base = root.pathname.replace(/\/$/, '')
  const secure = root.protocol === 'https:'
  const agentOptions = { keepAlive: true, maxSockets: 512, scheduling: 'lifo' as const }
  const agent = secure ? new https.Agent(agentOptions) : new http.Agent(agentOptions)
  const request = secure ? https.request : http.request

  const attempt = (
    token: string,
    method: string,
    payload: object,
    signal: AbortSignal | undefined,
    isRepeat: boolean,
  ): Promise<TelegramAnswer> =>
    new Promise((resolve, reject) => {
      // A string leaves in one write with the headers; bytes would take a second one.
      const body = JSON.stringify(payload)
      const sent = request({
        agent,
        host: root.hostname,
        port: root.port,
        method: 'POST',
        path: `${base}/bot${token}/${method}`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        signal,
      })
      let isLate = false
      const timer = setTimeout(
        () => {
          isLate = true
          sent.destroy()
        },
        timeoutMs + extraTime(payload),
      )
      const fail = (code: string) => {
        clearTimeout(timer)
        reject(new TelegramNetworkError(method, isLate ? 'timeout' : code))
      }
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed an idle connection while we began to use it: nothing was read of the request.
        if (sent.reusedSocket && error.code === 'ECONNRESET' && !isRepeat && !isLate) {
          clearTimeout(timer)
          resolve(attempt(token, method, payload, signal, true))
        } else fail(error.code ?? error.name)
      })
      sent.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name))
        response.on('end', () => {
          clearTimeout(timer)
          const answer = parse(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
          if (isAnswer(answer)) resolve(answer)
          else fail(`http${response.statusCode}`)
        })
      })
      sent.end(body)
    })

  const call: TelegramTransport['call'] = async (token, method, payload, signal) => {
    try {
      const answer = await attempt(token, method, payload, signal, false)
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
