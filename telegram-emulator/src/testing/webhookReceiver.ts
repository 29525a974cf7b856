import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Update } from '@grammyjs/types'
import { onTestFinished } from 'vitest'

import { until } from './until.ts'

interface Received {
  update: Update
  headers: IncomingHttpHeaders
}

interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: object
}

export interface WebhookReceiver {
  url: string
  /** Every delivery, also those that are not answered yet. */
  received: Received[]
  /** How many are being handled at this moment. */
  running(): number
  /** What each delivery is answered; replace it to change the behaviour. Without a reply: 200. */
  handle: (update: Update) => Reply | undefined | Promise<Reply | undefined>
  waitFor(count: number): Promise<void>
}

/** A bot's server, as small as can be. It ends with the test. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
  let running = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const update = JSON.parse(Buffer.concat(chunks).toString()) as Update
      receiver.received.push({ update, headers: request.headers })
      running += 1
      void Promise.resolve(receiver.handle(update)).then((reply) => {
        running -= 1
        response.writeHead(reply?.status ?? 200, {
          ...(reply?.body && { 'content-type': 'application/json' }),
          ...reply?.headers,
        })
        response.end(reply?.body && JSON.stringify(reply.body))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: [],
    running: () => running,
    handle: () => undefined,
    waitFor: (count) => until(() => receiver.received.length >= count, `${count} updates were delivered`),
  }
  return receiver
}

/** A promise with its switch, to hold a delivery for as long as a test likes. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}
