import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'

/** `body` is sent as JSON; bytes as they are. */
export type JsonAnswer = { status: number; body?: unknown; headers?: Record<string, string> }
export type JsonRequest = { method: string; path: string; body: unknown; headers: IncomingMessage['headers'] }

/** A form's fields as the Bot API understands them: JSON where they are JSON; its files as `File`. */
const readForm = async (bytes: Buffer<ArrayBuffer>, type: string): Promise<Record<string, unknown>> => {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const valueOf = (value: FormDataEntryValue) => {
    if (typeof value !== 'string' || !/^[[{\d]|^(true|false)$/.test(value)) return value
    return JSON.parse(value) as unknown
  }
  return Object.fromEntries([...form].map(([name, value]) => [name, valueOf(value)]))
}

const read = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/')) return readForm(bytes, type)
  return bytes.length === 0 ? undefined : JSON.parse(bytes.toString())
}

const write = (body: unknown): string | Uint8Array => {
  if (body === undefined) return ''
  return body instanceof Uint8Array ? body : JSON.stringify(body)
}

/** A server that answers with what `handle` says; the base of the fakes. */
export const startJsonServer = async (handle: (request: JsonRequest) => JsonAnswer | Promise<JsonAnswer>) => {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const received = await read(request).then(
      (body) => ({ body }),
      () => undefined,
    )
    // Whoever asked has gone in the middle of it.
    if (received === undefined) return
    const answer = await handle({ method, path: url, headers, ...received })
    response
      .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      .end(write(answer.body))
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
