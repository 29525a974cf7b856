import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The same HTTP exchanges as the emulator's with nothing behind them: what somebody says is answered and posted to
 * the webhook, what the bot says is answered. Nothing is checked, kept, ordered or tried again.
 */
const agent = new Agent({ keepAlive: true, maxFreeSockets: 256, scheduling: 'lifo' })
let webhook = ''
let lastId = 0

const read = async (incoming: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, unknown>
}

const answer = (response: ServerResponse, value: object): void => {
  const body = Buffer.from(JSON.stringify(value))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}

const messageOf = (person: number, isBot: boolean, content: Record<string, unknown>) => ({
  message_id: ++lastId,
  from: { id: isBot ? 7000000001 : person, is_bot: isBot, first_name: 'Ann', language_code: 'en' },
  chat: { id: person, first_name: 'Ann', type: 'private' },
  date: Math.floor(Date.now() / 1000),
  ...content,
})

const deliver = (message: object): void => {
  const body = Buffer.from(JSON.stringify({ update_id: ++lastId, message }))
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  const post = request(webhook, { method: 'POST', agent, headers })
  post.on('response', (response) => void response.resume())
  post.on('error', (error) => {
    throw error
  })
  post.end(body)
}

const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
  const person = Number(/^\/emulator\/chats\/\w+\/(\d+)\/send$/.exec(incoming.url ?? '')?.[1])
  const body = await read(incoming)
  if (person) {
    const message = messageOf(person, false, body)
    answer(response, message)
    return deliver(message)
  }
  if (incoming.url?.endsWith('/setWebhook')) {
    webhook = String(body.url)
    return answer(response, { ok: true, result: true })
  }
  const { chat_id: chat, ...content } = body
  answer(response, { ok: true, result: messageOf(Number(chat), true, content) })
}

const server = createServer((incoming, response) => void handle(incoming, response))
server.keepAliveTimeout = 75_000
server.listen(0, '127.0.0.1', () =>
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit())
