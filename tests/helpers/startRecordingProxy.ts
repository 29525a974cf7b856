import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** Passes requests on to a port of this machine, and keeps what was answered. */
export const startRecordingProxy = async (targetPort: number) => {
  const answers: { path: string; body: string }[] = []
  const server = http.createServer((request, response) => {
    const { method, url: path = '/', headers } = request
    const passed = http.request({ host: '127.0.0.1', port: targetPort, method, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        answers.push({ path, body: body.toString() })
        response.writeHead(answer.statusCode ?? 502, answer.headers).end(body)
      })
    })
    passed.on('error', () => response.writeHead(502).end())
    request.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** In the order in which they were given. */
    answers,
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
