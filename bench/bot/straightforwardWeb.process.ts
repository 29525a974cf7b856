import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'

import type * as Next from 'next'

/** The straightforward bot's Payload, served by Next as `next start` does. */
const require = createRequire(import.meta.url)
const next = require('next') as typeof Next.default
const app = next({ dev: false, dir: process.argv[2] ?? '' })
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((request, response) => void handle(request, response))
server.keepAliveTimeout = 75_000
server.listen(0, '127.0.0.1', () =>
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit())
