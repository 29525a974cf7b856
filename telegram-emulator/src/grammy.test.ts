import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Bot, InlineKeyboard, webhookCallback } from 'grammy'
import { expect, it, onTestFinished } from 'vitest'

import { testEmulator, type TestEmulator } from './testing/testEmulator.ts'

/** A bot as its author would write it: it knows nothing of the emulator but its address. */
function echoBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { client: { apiRoot } })
  bot.command('start', (ctx) =>
    ctx.reply(`Welcome, ${ctx.from?.first_name}. Payload: ${ctx.match || 'none'}`),
  )
  bot.on('message:text', (ctx) =>
    ctx.reply(`Echo: ${ctx.message.text}`, { reply_markup: new InlineKeyboard().text('Shout', 'shout') }),
  )
  bot.callbackQuery('shout', async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'Shouting' })
    await ctx.editMessageText(ctx.callbackQuery.message?.text?.toUpperCase() ?? '')
  })
  return bot
}

async function talk({ client }: TestEmulator, username: string) {
  const { id } = await client.createPerson({ first_name: 'Ann' })
  const shows = (text: string) => client.waitForMessage(username, id, (message) => message.text === text)
  await client.send(username, id, '/start lesson_1')
  await shows('Welcome, Ann. Payload: lesson_1')
  await client.send(username, id, 'hello')
  const { message_id } = await shows('Echo: hello')
  expect(await client.tap(username, id, { message_id, text: 'Shout' })).toEqual({ text: 'Shouting' })
  await shows('ECHO: HELLO')
}

it('should serve an unmodified grammY bot by long polling', async () => {
  const emulator = await testEmulator()
  const { token, username } = await emulator.createBot()
  const bot = echoBot(token, emulator.url)
  await bot.api.setMyCommands([{ command: 'start', description: 'Begin' }])
  const running = bot.start()
  await talk(emulator, username)
  await bot.stop()
  await running
})

it('should serve an unmodified grammY bot by webhook', async () => {
  const emulator = await testEmulator()
  const { token, username } = await emulator.createBot()
  const bot = echoBot(token, emulator.url)
  const handle = webhookCallback(bot, 'http', { secretToken: 'secret' })
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  await bot.api.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: 'secret' })
  await talk(emulator, username)
  expect(await bot.api.getWebhookInfo()).not.toHaveProperty('last_error_message')
})

it('should give a grammY bot the errors that it knows how to read', async () => {
  const { url, createBot } = await testEmulator()
  const { token } = await createBot()
  const { api } = new Bot(token, { client: { apiRoot: url } })
  await expect(api.sendMessage(1, 'x')).rejects.toMatchObject({
    error_code: 400,
    description: 'Bad Request: chat not found',
    method: 'sendMessage',
  })
})
