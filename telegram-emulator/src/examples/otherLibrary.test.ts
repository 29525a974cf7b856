import { Bot, InlineKeyboardBuilder } from 'node-telegram-bot-api'
import { createWebhookServer } from 'node-telegram-bot-api/node'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'

/** The bot of the library's own introduction: a command, a pattern, buttons and their answer. */
function introductionBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { apiRoot })
  bot.command('start', (ctx) => ctx.reply('Hi! Send me anything.'))
  bot.hears(/echo (.+)/, (ctx) => ctx.reply(ctx.match?.[1] ?? ''))
  bot.on('message', (ctx) =>
    ctx.reply('Pick one:', {
      reply_markup: new InlineKeyboardBuilder().text('Up', 'up').text('Down', 'down').build(),
    }),
  )
  bot.on('callback_query', async (ctx) => {
    await ctx.answerCallbackQuery({ text: `You tapped ${ctx.callbackQuery?.data}` })
  })
  return bot
}

const ways = {
  'long polling': async (bot: Bot) => {
    const running = bot.startPolling()
    onTestFinished(async () => {
      bot.stop()
      await running
    })
    await Promise.resolve()
  },
  webhook: async (bot: Bot) => {
    const server = createWebhookServer(bot, { path: '/telegram', secretToken: 'secret' })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    await bot.api.setWebhook({ url: `http://127.0.0.1:${port}/telegram`, secret_token: 'secret' })
  },
}

it.each(Object.keys(ways) as (keyof typeof ways)[])(
  'should serve a bot on another client library by %s',
  async (way) => {
    const { url, client, createBot } = await testEmulator()
    const { token, username } = await createBot()
    await ways[way](introductionBot(token, url))
    const { id } = await client.createPerson({ first_name: 'Ann' })
    const shows = (wanted: string) => client.waitForMessage(username, id, ({ text }) => text === wanted)
    await client.send(username, id, '/start')
    await shows('Hi! Send me anything.')
    await client.send(username, id, 'echo hello')
    await shows('hello')
    await client.send(username, id, 'else')
    const { message_id } = await shows('Pick one:')
    expect(await client.tap(username, id, { message_id, text: 'Down' })).toEqual({ text: 'You tapped down' })
  },
)
