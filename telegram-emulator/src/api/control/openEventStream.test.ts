import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'

import express from 'express'
import { expect, it, onTestFinished } from 'vitest'

import { openEventStream } from './openEventStream.ts'

/** A stream of events and a connection that asks for it. */
async function stream() {
  const ended = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<(data: object) => void>()
  const app = express()
  app.get('/', (request, response) => opened.resolve(openEventStream(request, response, ended.resolve)))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1')
  onTestFinished(() => {
    reader.destroy()
    server.close()
  })
  reader.on('error', () => {})
  reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  return { reader, send: await opened.promise, ended: ended.promise }
}

const MEGABYTE = { text: 'x'.repeat(2 ** 20) }

it('should cut off a reader who does not read, so that nothing piles up', async () => {
  const { reader, send, ended } = await stream()
  reader.pause()
  let isOver = false
  void ended.then(() => (isOver = true))
  // The system takes some of it; what it does not take would stay in memory.
  for (let count = 0; count < 100 && !isOver; count++) {
    send(MEGABYTE)
    await new Promise(setImmediate)
  }
  await ended
  expect(isOver).toBe(true)
})

it('should give a reader who reads everything', async () => {
  const { reader, send } = await stream()
  let bytes = 0
  reader.on('data', (chunk) => (bytes += chunk.length))
  for (let count = 0; count < 10; count++) {
    send(MEGABYTE)
    await expect.poll(() => bytes).toBeGreaterThan((count + 1) * 2 ** 20)
  }
  expect(reader.destroyed).toBe(false)
})
