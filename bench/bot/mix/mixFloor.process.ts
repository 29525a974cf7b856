import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Bot, webhookCallback, type Api } from 'grammy'

import { botToken } from '../scene.ts'
import type { ScriptedCall } from './mixScript.ts'

/** The least that a bot can do under the mixed load: the calls that belong to the number which an update carries. */
const [apiRoot = '', secretToken = '', file = ''] = process.argv.slice(2)
const script = JSON.parse(readFileSync(file, 'utf8')) as ScriptedCall[][]

const bot = new Bot(botToken, { client: { apiRoot } })
const make = async (
  api: Api,
  target: { chat_id: number; message_id: number | undefined },
  number: string,
): Promise<void> => {
  const { chat_id, message_id } = target
  for (const { method, payload, isAboutTapped } of script[Number(number)]!) {
    const call = api.raw[method as keyof typeof api.raw] as (parameters: object) => Promise<unknown>
    await call({ chat_id, ...(isAboutTapped ? { message_id } : {}), ...payload })
  }
}
bot.on('callback_query:data', async (ctx) => {
  await ctx.answerCallbackQuery()
  const { data, from, message } = ctx.callbackQuery
  await make(ctx.api, { chat_id: from.id, message_id: message?.message_id }, data)
})
bot.on('message:text', (ctx) =>
  make(ctx.api, { chat_id: ctx.chat.id, message_id: undefined }, ctx.message.text),
)
await bot.init()
const server = createServer(webhookCallback(bot, 'http', { secretToken }))
server.listen(0, '127.0.0.1', () =>
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit())
