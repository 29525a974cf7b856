import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request as no browser would write it: the path goes out as it is, the body in as many pieces as given. */
export const rawRequest = async (options: {
  port: number
  method?: string
  path: string
  headers?: Record<string, string>
  pieces?: Iterable<Buffer | string>
}): Promise<{ status: number; headers: IncomingMessage['headers']; text: string }> => {
  const { port, method = 'GET', path, headers, pieces = [] } = options
  // Kept alive, so that a server which refuses while we still write does not close on us.
  const agent = new Agent({ keepAlive: true })
  const message = request({ host: '127.0.0.1', port, method, path, headers, agent })
  const answered = once(message, 'response') as Promise<[IncomingMessage]>
  for (const piece of pieces) message.write(piece)
  message.end()
  const [response] = await answered
  const answer = { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) }
  message.on('error', () => undefined)
  agent.destroy()
  return answer
}
