import { expect, it } from 'vitest'

import { eventDuring } from '../../testing/eventDuring.ts'
import { startedChat } from '../../testing/startedChat.ts'
import { testEmulator } from '../../testing/testEmulator.ts'

it('should tell what a chat shows beside its messages, also before it is opened', async () => {
  const { client, createBot } = await testEmulator()
  const bot = await createBot()
  const person = await client.createPerson({ first_name: 'Ann', language_code: 'ru' })
  expect(await client.chatState(bot.username, person.id)).toEqual({
    is_blocked: false,
    reply_keyboard: null,
    pinned_message_ids: [],
    reactions: {},
    votes: {},
    menu_button: { type: 'default' },
    commands: [],
  })
  await client.send(bot.username, person.id, '/start')
  await client.block(bot.username, person.id)
  expect(await client.chatState(bot.username, person.id)).toMatchObject({ is_blocked: true })
})

it("should show a person the narrowest list of commands, and their language's first", async () => {
  const { client, createBot } = await testEmulator()
  const bot = await createBot()
  const { id } = await client.createPerson({ first_name: 'Ann', language_code: 'ru-RU' })
  await client.send(bot.username, id, '/start')
  const shown = async () => (await client.chatState(bot.username, id)).commands.map(({ command }) => command)
  const set = (command: string, scope: object, language_code = '') =>
    bot.ok('setMyCommands', { commands: [{ command, description: 'x' }], scope, language_code })
  await set('all', { type: 'default' })
  await set('group', { type: 'all_group_chats' })
  expect(await shown()).toEqual(['all'])
  await set('german', { type: 'default' }, 'de')
  expect(await shown()).toEqual(['all'])
  await set('russian', { type: 'default' }, 'ru')
  expect(await shown()).toEqual(['russian'])
  await set('private', { type: 'all_private_chats' })
  expect(await shown()).toEqual(['private'])
  await set('chat', { type: 'chat', chat_id: id })
  await set('private_russian', { type: 'all_private_chats' }, 'ru')
  expect(await shown()).toEqual(['chat'])
  await bot.ok('deleteMyCommands', { scope: { type: 'chat', chat_id: id } })
  expect(await shown()).toEqual(['private_russian'])
})

it("should show a chat's own menu button before the general one", async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const shown = async () => (await client.chatState(bot.username, person)).menu_button
  await bot.ok('setChatMenuButton', { menu_button: { type: 'commands' } })
  expect(await shown()).toEqual({ type: 'commands' })
  const own = { type: 'web_app', text: 'Open', web_app: { url: 'https://example.org/' } }
  await bot.ok('setChatMenuButton', { chat_id: person, menu_button: own })
  expect(await shown()).toEqual(own)
})

it('should tell of each change', async () => {
  const { url, bot, person, ok, sendText, state } = await startedChat()
  const reply_markup = { keyboard: [['x']] }
  const event = await eventDuring(url, 'state', () => sendText('x', { reply_markup }))
  expect(event).toEqual({ type: 'state', bot: bot.username, person, state: await state() })
  const menu = { menu_button: { type: 'commands' } }
  const { state: next } = await eventDuring(url, 'state', () => ok('setChatMenuButton', menu))
  expect(next).toMatchObject(menu)
})
