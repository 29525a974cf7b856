import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { createRunnerCore } from '../createRunnerCore.ts'
import { createLogger } from '../logger.ts'
import { createGate } from '../server/createGate.ts'
import { createServer } from '../server/createServer.ts'
import { cmsSecret } from './startFakeCms.ts'
import { secretOf, testRing } from './testBot.ts'

/** The runner without Redis: everything between an update and its answer, listening on a free port. */
export const startTestRunner = async (addresses: { cmsUrl: string; telegramUrl: string }) => {
  let logged = ''
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk)
      done()
    },
  })
  const log = createLogger('trace', sink)
  const core = createRunnerCore(
    {
      CMS_URL: addresses.cmsUrl,
      RUNNER_SECRET: cmsSecret,
      TOKEN_KEYS: testRing,
      TELEGRAM_API_ROOT: addresses.telegramUrl,
    },
    log,
  )
  const gate = createGate()
  const server = createServer({
    ...core,
    gate,
    log,
    isRegistryLoaded: core.registry.isLoaded,
    isRedisUp: () => Promise.resolve(true),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    core,
    gate,
    url,
    log,
    logged: () => logged,
    /** Brings an update as Telegram does. */
    post: async (bot: RunnerBot, update: object, secret?: string) =>
      fetch(`${url}/tg/${bot.key}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': secret ?? (await secretOf(bot)),
        },
        body: JSON.stringify(update),
      }),
    close: async () => {
      await core.registry.stop()
      await core.batcher.flush()
      server.close()
      server.closeAllConnections()
      core.transport.close()
    },
  }
}

export type TestRunner = Awaited<ReturnType<typeof startTestRunner>>
