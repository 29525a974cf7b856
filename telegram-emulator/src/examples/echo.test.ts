import { Bot } from 'grammy'
import { expect, it } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'
import { wayNames, ways } from './serveBot.ts'

/** The first bot of every guide, which repeats whatever it gets. */
function echoBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { client: { apiRoot } })
  bot.command('start', (ctx) => ctx.reply('Welcome! Up and running.'))
  bot.on('message:text', (ctx) => ctx.reply(ctx.message.text, { entities: ctx.message.entities }))
  bot.on('message', (ctx) => ctx.copyMessage(ctx.chat.id))
  return bot
}

it.each(wayNames)('should serve an echo bot by %s', async (way) => {
  const { url, client, createBot } = await testEmulator()
  const { token, username } = await createBot()
  await ways[way](echoBot(token, url))
  const { id } = await client.createPerson({ first_name: 'Ann' })
  const answer = (after: number) => client.waitForMessage(username, id, ({ from }) => from.is_bot, { after })
  const started = await client.send(username, id, '/start')
  expect(await answer(started.message_id)).toMatchObject({ text: 'Welcome! Up and running.' })
  const written = await client.send(username, id, 'see example.org, #all')
  expect(await answer(written.message_id)).toMatchObject({
    text: written.text,
    entities: [{ type: 'url' }, { type: 'hashtag' }],
  })
  const placed = await client.send(username, id, { location: { latitude: 1, longitude: 2 } })
  expect(await answer(placed.message_id)).toMatchObject({ location: { latitude: 1, longitude: 2 } })
})
