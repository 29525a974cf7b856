import {
  conversations,
  createConversation,
  type Conversation,
  type ConversationFlavor,
} from '@grammyjs/conversations'
import { Bot, type Context } from 'grammy'
import { expect, it } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'
import { wayNames, ways } from './serveBot.ts'

type Talking = ConversationFlavor<Context>

async function greeting(conversation: Conversation<Talking>, ctx: Context) {
  await ctx.reply('Hi there! What is your name?')
  const { message } = await conversation.waitFor('message:text')
  await ctx.reply(`Welcome to the chat, ${message.text}!`)
}

it.each(wayNames)('should serve a bot with a conversation by %s', async (way) => {
  const { url, client, createBot } = await testEmulator()
  const { token, username } = await createBot()
  const bot = new Bot<Talking>(token, { client: { apiRoot: url } })
  bot.use(conversations())
  bot.use(createConversation(greeting))
  bot.command('start', (ctx) => ctx.conversation.enter('greeting'))
  await ways[way](bot)
  const { id } = await client.createPerson({ first_name: 'Ann' })
  const shows = (wanted: string) => client.waitForMessage(username, id, ({ text }) => text === wanted)
  await client.send(username, id, '/start')
  await shows('Hi there! What is your name?')
  await client.send(username, id, 'Ann Lee')
  expect(await shows('Welcome to the chat, Ann Lee!')).toBeTruthy()
})
