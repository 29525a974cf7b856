import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'

import { now } from './clock.ts'
import { followClock } from './followClock.ts'
import { processState } from './processState.ts'

const hourMs = 3_600_000

it('should not call product time known before the clock has told it', async () => {
  const streams: ServerResponse[] = []
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/confirm')) return void response.end('{}')
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': connected\n\n')
    streams.push(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  let isReady = false
  const clock = followClock({
    url: `http://127.0.0.1:${port}`,
    logger: pino({ level: 'silent' }),
    onMove: () => undefined,
  })
  onTestFinished(() => {
    clock.stop()
    server.closeAllConnections()
    server.close()
    processState().clockOffsetMs = 0
  })
  void clock.ready.then(() => (isReady = true))
  await expect.poll(() => streams.length).toBe(1)
  expect(isReady).toBe(false)
  streams[0]?.write(`data: ${JSON.stringify({ client_id: 'a', offset_ms: hourMs, version: 1 })}\n\n`)
  await clock.ready
  expect(now().getTime() - Date.now()).toBeGreaterThan(hourMs - 1000)
})
