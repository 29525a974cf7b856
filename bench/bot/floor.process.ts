import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Bot, webhookCallback } from 'grammy'

import { botToken, stepText } from './scene.ts'

/** The least that a bot can do with a tap: answer it and send the next text. Nothing is looked up or kept. */
const [apiRoot = '', secretToken = ''] = process.argv.slice(2)
const bot = new Bot(botToken, { client: { apiRoot } })
bot.on('callback_query:data', async (ctx) => {
  await ctx.answerCallbackQuery()
  await ctx.reply(`Step\n\n${stepText}`, {
    reply_markup: {
      inline_keyboard: [
        [
          { text: '← Back', callback_data: '1:p:2' },
          { text: 'Next →', callback_data: '1:n:2' },
        ],
        [{ text: 'Contents', callback_data: '1:c:2' }],
      ],
    },
  })
})
await bot.init()
const server = createServer(webhookCallback(bot, 'http', { secretToken }))
server.listen(0, '127.0.0.1', () =>
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit())
