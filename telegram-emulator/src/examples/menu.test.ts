import { Menu } from '@grammyjs/menu'
import { Bot } from 'grammy'
import { expect, it } from 'vitest'

import { testEmulator } from '../testing/testEmulator.ts'
import { wayNames, ways } from './serveBot.ts'

/** A bot of the menu plugin's guide: a root menu, a submenu, a label that depends on what was tapped. */
function menuBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { client: { apiRoot } })
  const notified = new Set<number>()
  const settings = new Menu('settings')
    .text(
      (ctx) => (ctx.from && notified.has(ctx.from.id) ? 'On' : 'Off'),
      (ctx) => {
        if (!notified.delete(ctx.from.id)) notified.add(ctx.from.id)
        ctx.menu.update()
      },
    )
    .row()
    .back('Go Back')
  const main = new Menu('root').text('Welcome', (ctx) => ctx.reply('Hi!')).submenu('Settings', 'settings')
  main.register(settings)
  bot.use(main)
  bot.command('start', (ctx) => ctx.reply('Check out this menu:', { reply_markup: main }))
  return bot
}

it.each(wayNames)('should serve a bot with menus by %s', async (way) => {
  const { url, client, createBot } = await testEmulator()
  const { token, username } = await createBot()
  await ways[way](menuBot(token, url))
  const { id } = await client.createPerson({ first_name: 'Ann' })
  await client.send(username, id, '/start')
  const shows = (label: string) =>
    client.waitForMessage(
      username,
      id,
      ({ reply_markup: markup }) =>
        markup?.inline_keyboard.flat().some(({ text }) => text === label) ?? false,
    )
  const { message_id } = await shows('Settings')
  await client.tap(username, id, { message_id, text: 'Welcome' })
  await client.waitForMessage(username, id, ({ text }) => text === 'Hi!')
  await client.tap(username, id, { message_id, text: 'Settings' })
  await shows('Off')
  await client.tap(username, id, { message_id, text: 'Off' })
  await shows('On')
  await client.tap(username, id, { message_id, text: 'Go Back' })
  expect(await shows('Welcome')).toMatchObject({ message_id })
})
