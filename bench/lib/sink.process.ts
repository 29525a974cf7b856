import { createServer, type AddressInfo } from 'node:net'

import { readMessages } from './readMessages.ts'

/** A Bot API that takes everything: a bare server that answers what a method's caller wants to read, and counts. */
const counts: Record<string, number> = {}
const webhooks: { url: string; secret: string }[] = []
const urls = new Map<string, string>()

const message = JSON.stringify({
  ok: true,
  result: {
    message_id: 1001,
    from: { id: 7000000001, is_bot: true, first_name: 'Bench', username: 'bench_bot' },
    chat: { id: 5000000001, first_name: 'Ann', type: 'private' },
    date: 1_700_000_000,
    text: 'What was sent comes back in the answer, so that it has about the length of a real one. '.repeat(4),
  },
})
const yes = JSON.stringify({ ok: true, result: true })

const answerTo = (path: string, body: string): string => {
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(path) ?? []
  counts[method] = (counts[method] ?? 0) + 1
  if (method === 'sendMessage' || method === 'sendRichMessage') return message
  if (method === 'getMe') {
    const me = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Bench', username: 'bench_bot' }
    return JSON.stringify({ ok: true, result: me })
  }
  if (method === 'setWebhook') {
    const { url, secret_token: secret } = JSON.parse(body) as { url: string; secret_token: string }
    webhooks.push({ url, secret })
    urls.set(token, url)
  }
  if (method === 'getWebhookInfo')
    return JSON.stringify({ ok: true, result: { url: urls.get(token) ?? '', pending_update_count: 0 } })
  return yes
}

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => socket.destroy())
  readMessages(socket, (head, body) => {
    const answer = answerTo(head.split(' ', 2)[1] ?? '', body)
    socket.write(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`,
    )
  })
})
server.listen(0, '127.0.0.1', () =>
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port }),
)
process.on('message', ({ type }: { type: string }) => process.send?.({ type, counts, webhooks }))
process.on('disconnect', () => process.exit())
