import { expect, it } from 'vitest'

import { testEmulator } from '../../../testing/testEmulator.ts'

const command = { command: 'help', description: 'How this works' }

it('should keep names and descriptions per language and fall back to the default', async () => {
  const { client, createBot } = await testEmulator()
  const bot = await createBot('Born')
  await bot.ok('setMyName', { name: 'Course' })
  await bot.ok('setMyName', { name: 'Курс', language_code: 'ru' })
  await bot.ok('setMyDescription', { description: 'Long' })
  await bot.ok('setMyShortDescription', { short_description: 'Short', language_code: 'ru' })
  expect(await bot.ok('getMyName', { language_code: 'ru' })).toEqual({ name: 'Курс' })
  expect(await bot.ok('getMyName', { language_code: 'de' })).toEqual({ name: 'Course' })
  expect(await bot.ok('getMyDescription', { language_code: 'ru' })).toEqual({ description: 'Long' })
  expect(await bot.ok('getMyShortDescription')).toEqual({ short_description: '' })
  expect(await bot.ok('getMe')).toMatchObject({ first_name: 'Course' })
  expect(await client.bot(bot.username)).toMatchObject({
    name: 'Course',
    texts: { '': { name: 'Course', description: 'Long' }, ru: { name: 'Курс', short_description: 'Short' } },
  })
  await bot.ok('setMyName', { name: '', language_code: 'ru' })
  expect(await bot.ok('getMyName', { language_code: 'ru' })).toEqual({ name: 'Course' })
})

it('should allow 64, 512 and 120 characters', async () => {
  const { createBot } = await testEmulator()
  const bot = await createBot()
  for (const [method, field, longest] of [
    ['setMyName', 'name', 64],
    ['setMyDescription', 'description', 512],
    ['setMyShortDescription', 'short_description', 120],
  ] as const) {
    expect(await bot.ok(method, { [field]: 'x'.repeat(longest) })).toBe(true)
    expect(await bot.error(method, { [field]: 'x'.repeat(longest + 1) })).toMatch(/^400 Bad Request: /)
  }
  expect(await bot.error('setMyName', { name: '' })).toBe('400 Bad Request: BOT_TITLE_INVALID')
  expect(await bot.error('setMyName', { name: 'x', language_code: 'english' })).toBe(
    '400 Bad Request: invalid language code specified',
  )
})

it('should keep commands per scope and language', async () => {
  const { createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const scope = { type: 'chat', chat_id: person }
  await bot.ok('setMyCommands', { commands: [{ ...command, command: '/help' }] })
  await bot.ok('setMyCommands', { commands: [command], scope, language_code: 'ru' })
  expect(await bot.ok('getMyCommands')).toEqual([command])
  expect(await bot.ok('getMyCommands', { language_code: 'ru' })).toEqual([])
  expect(await bot.ok('getMyCommands', { scope, language_code: 'ru' })).toEqual([command])
  await bot.ok('deleteMyCommands')
  expect(await bot.ok('getMyCommands')).toEqual([])
})

it('should refuse bad commands and scopes', async () => {
  const { createBot } = await testEmulator()
  const bot = await createBot()
  const set = (parameters: object) => bot.error('setMyCommands', { commands: [command], ...parameters })
  const one = (change: object) => set({ commands: [{ ...command, ...change }] })
  expect(await one({ command: 'Help' })).toBe('400 Bad Request: BOT_COMMAND_INVALID')
  expect(await one({ command: '/' })).toBe('400 Bad Request: command must be non-empty')
  expect(await one({ command: 'a'.repeat(33) })).toBe('400 Bad Request: command length must not exceed 32')
  expect(await one({ description: ' ' })).toBe('400 Bad Request: command description must be non-empty')
  expect(await one({ description: 'x'.repeat(257) })).toBe(
    '400 Bad Request: command description length must not exceed 256',
  )
  expect(await set({ commands: Array.from({ length: 101 }, () => command) })).toBe(
    '400 Bad Request: BOT_COMMANDS_TOO_MUCH',
  )
  expect(await set({ commands: [{ command: 'a' }] })).toBe(
    '400 Bad Request: can\'t parse BotCommand: Can\'t find field "description"',
  )
  expect(await set({ scope: { type: 'everyone' } })).toBe(
    "400 Bad Request: can't parse BotCommandScope: Unsupported type specified",
  )
})

it('should keep the menu button for everyone and for a chat', async () => {
  const { createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const chat_id = await startedBy(bot)
  const button = { type: 'web_app', text: 'Open', web_app: { url: 'https://example.org/app' } }
  expect(await bot.ok('getChatMenuButton')).toEqual({ type: 'default' })
  await bot.ok('setChatMenuButton', { menu_button: { type: 'commands' } })
  await bot.ok('setChatMenuButton', { chat_id, menu_button: button })
  expect(await bot.ok('getChatMenuButton')).toEqual({ type: 'commands' })
  expect(await bot.ok('getChatMenuButton', { chat_id })).toEqual(button)
  expect(await bot.error('setChatMenuButton', { menu_button: { type: 'shiny' } })).toBe(
    "400 Bad Request: can't parse menu button: MenuButton has unsupported type",
  )
})
