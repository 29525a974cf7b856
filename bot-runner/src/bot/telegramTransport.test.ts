import { createServer, type RequestListener, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'

import { describeError } from '../describeError.ts'
import { testToken } from '../testing/testBot.ts'
import { createTelegramTransport, TelegramNetworkError, type TelegramTransport } from './telegramTransport.ts'

const token = testToken(1_234_567)
let server: Server
let transport: TelegramTransport

const listen = async (listener: RequestListener, timeoutMs = 5000) => {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  const seen: string[] = []
  transport = createTelegramTransport({
    apiRoot,
    timeoutMs,
    observe: (...parts) => seen.push(parts.join(' ')),
  })
  return seen
}

const failureOf = (promise: Promise<unknown>): Promise<TelegramNetworkError> =>
  promise.then(
    () => expect.fail('should have failed'),
    (error: TelegramNetworkError) => error,
  )

afterEach(() => {
  transport.close()
  server.closeAllConnections()
  server.close()
})

describe('telegramTransport', () => {
  it('should post JSON to the method’s path and give the answer back', async () => {
    const seen = await listen(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const result = { path: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) as unknown }
      response.end(JSON.stringify({ ok: true, result }))
    })
    const answer = await transport.call(token, 'sendMessage', { text: 'Привет', missing: undefined })
    expect(answer).toEqual({
      ok: true,
      result: { path: `/api/bot${token}/sendMessage`, body: { text: 'Привет' } },
    })
    expect(seen).toEqual(['sendMessage ok'])
  })

  it('should give up on an answer that takes too long, and tell no address', async () => {
    const seen = await listen(() => undefined, 30)
    const error = await failureOf(transport.call(token, 'getMe', {}))
    expect(error).toBeInstanceOf(TelegramNetworkError)
    expect(error.code).toBe('timeout')
    expect(JSON.stringify([describeError(error), error.message, error.stack])).not.toContain(token)
    expect(seen).toEqual(['getMe timeout'])
  })

  it('should wait longer for long polling', async () => {
    await listen((_request, response) => {
      setTimeout(() => response.end(JSON.stringify({ ok: true, result: [] })), 60)
    }, 30)
    expect(await transport.call(token, 'getUpdates', { timeout: 1 })).toEqual({ ok: true, result: [] })
  })

  it('should take a page of a proxy for no answer', async () => {
    await listen((_request, response) => response.writeHead(502).end('<html>Bad Gateway</html>'))
    expect((await failureOf(transport.call(token, 'getMe', {}))).code).toBe('http502')
  })

  it('should use another connection when an idle one turns out to be closed', async () => {
    const requests: string[] = []
    await listen((request, response) => {
      requests.push(request.url ?? '')
      if (requests.length === 2) return request.socket.resetAndDestroy()
      response.end(JSON.stringify({ ok: true, result: requests.length }))
    })
    await transport.call(token, 'getMe', {})
    expect(await transport.call(token, 'getMe', {})).toEqual({ ok: true, result: 3 })
  })

  it('should end with its signal', async () => {
    await listen(() => undefined)
    const controller = new AbortController()
    const failed = failureOf(transport.call(token, 'getUpdates', { timeout: 30 }, controller.signal))
    controller.abort()
    expect((await failed).code).toBe('ABORT_ERR')
  })
})
