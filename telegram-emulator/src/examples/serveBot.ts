import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { webhookCallback, type Bot, type Context } from 'grammy'
import { onTestFinished } from 'vitest'

/** Serves a bot's webhook until the test ends; resolves with its URL. */
async function serveWebhook(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** The two ways in which a grammY bot gets its updates. */
export const ways = {
  'long polling': async <C extends Context>(bot: Bot<C>): Promise<void> => {
    const running = bot.start()
    onTestFinished(async () => {
      await bot.stop()
      await running
    })
    await Promise.resolve()
  },
  webhook: async <C extends Context>(bot: Bot<C>): Promise<void> => {
    const handle = webhookCallback(bot, 'http', { secretToken: 'secret' })
    const url = await serveWebhook((request, response) => void handle(request, response))
    await bot.api.setWebhook(url, { secret_token: 'secret' })
  },
}

export const wayNames = Object.keys(ways) as (keyof typeof ways)[]
