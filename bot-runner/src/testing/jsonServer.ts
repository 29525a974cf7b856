import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'

export type JsonAnswer = { status: number; body?: unknown; headers?: Record<string, string> }
export type JsonRequest = { method: string; path: string; body: unknown; headers: IncomingMessage['headers'] }

const read = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString())
}

/** A server that answers with what `handle` says; the base of the fakes. */
export const startJsonServer = async (handle: (request: JsonRequest) => JsonAnswer | Promise<JsonAnswer>) => {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const answer = await handle({ method, path: url, headers, body: await read(request) })
    response
      .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      .end(answer.body === undefined ? '' : JSON.stringify(answer.body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
