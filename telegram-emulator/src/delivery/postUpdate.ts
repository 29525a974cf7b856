import { request as httpRequest, type Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { request as httpsRequest, type Agent as HttpsAgent } from 'node:https'

const LONGEST_REPLY_BYTES = 1_000_000

export interface Agents {
  http: HttpAgent
  https: HttpsAgent
}

export interface WebhookResponse {
  status: number
  reason: string
  /** Seconds from Retry-After; 0 if there was none. */
  retryAfter: number
  contentType: string
  body: string
}

export interface Post {
  url: string
  secretToken: string
  body: string
}

export interface RunningPost {
  response: Promise<WebhookResponse>
  abort: () => void
}

/** Sends one update to a webhook. The promise rejects when there is no complete answer. */
export function postUpdate(agents: Agents, timeoutMs: number, post: Post): RunningPost {
  const url = new URL(post.url)
  const isHttps = url.protocol === 'https:'
  const body = Buffer.from(post.body)
  const request = (isHttps ? httpsRequest : httpRequest)(url, {
    method: 'POST',
    agent: isHttps ? agents.https : agents.http,
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      ...(post.secretToken && { 'x-telegram-bot-api-secret-token': post.secretToken }),
    },
  })
  const response = new Promise<WebhookResponse>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (incoming) => {
      readBody(incoming).then((text) => resolve({ ...summary(incoming), body: text }), reject)
    })
    request.setTimeout(timeoutMs, () => request.destroy(new Error('Read timeout expired')))
  })
  request.end(body)
  return { response, abort: () => request.destroy(new Error('Webhook connection closed')) }
}

function summary(incoming: IncomingMessage): Omit<WebhookResponse, 'body'> {
  const retryAfter = Number.parseInt(incoming.headers['retry-after'] ?? '', 10)
  return {
    status: incoming.statusCode ?? 0,
    reason: incoming.statusMessage ?? '',
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : 0,
    contentType: incoming.headers['content-type'] ?? '',
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LONGEST_REPLY_BYTES) chunks.push(chunk)
  }
  return size <= LONGEST_REPLY_BYTES ? Buffer.concat(chunks).toString('utf8') : ''
}
