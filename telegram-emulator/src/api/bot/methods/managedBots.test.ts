import type { Update } from '@grammyjs/types'
import { expect, it } from 'vitest'

import { botCalls, testEmulator } from '../../../testing/testEmulator.ts'

async function setUp() {
  const emulator = await testEmulator()
  const { url, client } = emulator
  const { token } = await client.createBot({
    username: 'platform_bot',
    name: 'Platform',
    can_manage_bots: true,
  })
  const manager = botCalls(url, 'platform_bot', token)
  const owner = await client.createPerson({ first_name: 'Ann' })
  const make = (username = 'kana_bot', person = owner.id) =>
    client.createManagedBot({ manager: 'platform_bot', person, username, name: 'Kana' })
  const updates = async () => {
    const found = await manager.ok<Update[]>('getUpdates')
    const last = found.at(-1)
    if (last) await manager.ok('getUpdates', { offset: last.update_id + 1 })
    return found
  }
  return { ...emulator, manager, owner, make, updates }
}

it('should tell the manager of a bot that a person made, and give it the token', async () => {
  const { url, client, manager, owner, make, updates } = await setUp()
  expect(await client.newBotLink('https://t.me/newbot/Platform_Bot/kana_bot?name=Kana%20%26%20more')).toEqual(
    {
      manager: 'platform_bot',
      suggested_username: 'kana_bot',
      suggested_name: 'Kana & more',
      is_free: true,
    },
  )
  const { bot } = await make()
  expect(await updates()).toMatchObject([{ managed_bot: { user: owner, bot: { id: bot.id, is_bot: true } } }])
  const token = await manager.ok<string>('getManagedBotToken', { user_id: bot.id })
  expect(await botCalls(url, 'kana_bot', token).ok('getMe')).toMatchObject({ id: bot.id })
  expect(await client.bot('kana_bot')).toMatchObject({ owner: owner.id, manager: 'platform_bot' })
  expect((await client.newBotLink('https://t.me/newbot/platform_bot/kana_bot')).is_free).toBe(false)
})

it('should bring the message of a request button too', async () => {
  const { client, owner, updates } = await setUp()
  await client.createManagedBot({
    manager: 'platform_bot',
    person: owner.id,
    username: 'kana_bot',
    name: 'Kana',
    is_requested: true,
  })
  expect(await updates()).toMatchObject([
    { message: { managed_bot_created: { bot: { username: 'kana_bot' } } } },
    { managed_bot: { bot: { username: 'kana_bot' } } },
  ])
})

it('should revoke the old token, with the webhook that belongs to it, and keep what waits', async () => {
  const { url, client, manager, owner, make, updates } = await setUp()
  const { bot } = await make()
  const old = botCalls(url, 'kana_bot', await manager.ok<string>('getManagedBotToken', { user_id: bot.id }))
  await client.send('kana_bot', owner.id, '/start')
  await old.ok('setWebhook', { url: 'http://127.0.0.1:1/hook' })
  await updates()
  const token = await manager.ok<string>('replaceManagedBotToken', { user_id: bot.id })
  expect(await old.error('getMe')).toBe('401 Unauthorized')
  const renewed = botCalls(url, 'kana_bot', token)
  expect(await renewed.ok('getWebhookInfo')).toMatchObject({ url: '', pending_update_count: 1 })
  expect(await updates()).toMatchObject([{ managed_bot: { bot: { id: bot.id } } }])
  expect((await client.rotateToken('kana_bot')).token).not.toBe(token)
  expect(await renewed.error('getMe')).toBe('401 Unauthorized')
})

it('should tell of a new owner once', async () => {
  const { client, make, updates } = await setUp()
  await make()
  await updates()
  const heir = await client.createPerson({ first_name: 'Bo' })
  expect(await client.setOwner('kana_bot', heir.id)).toMatchObject({ owner: heir.id })
  await client.setOwner('kana_bot', heir.id)
  expect(await updates()).toMatchObject([{ managed_bot: { user: heir } }])
})

it('should refuse what is not the caller’s to manage', async () => {
  const { client, manager, createBot, make } = await setUp()
  const stranger = await createBot()
  const { bot } = await make()
  const person = await client.createPerson({ first_name: 'Bo' })
  expect(await stranger.error('getManagedBotToken', { user_id: bot.id })).toBe(
    '400 Bad Request: BOT_ACCESS_FORBIDDEN',
  )
  expect(await manager.error('getManagedBotToken', { user_id: 1 })).toBe('400 Bad Request: user not found')
  expect(await manager.error('getManagedBotToken')).toBe('400 Bad Request: invalid user_id specified')
  const { bot: own } = await client.createBot({ username: 'other_bot', name: 'Other' })
  expect(await manager.error('replaceManagedBotToken', { user_id: own.id })).toBe(
    '400 Bad Request: BOT_ACCESS_FORBIDDEN',
  )
  await expect(make('kana_bot')).rejects.toThrow('409: username: @kana_bot is taken')
  await expect(make('kana')).rejects.toThrow('400: username:')
  await expect(
    client.createManagedBot({
      manager: stranger.username,
      person: person.id,
      username: 'x_bot_bot',
      name: 'X',
    }),
  ).rejects.toThrow('cannot manage bots')
  await expect(client.rotateToken('other_bot')).rejects.toThrow('409: @other_bot is not a managed bot')
  await expect(client.newBotLink('https://example.com/newbot/a/b')).rejects.toThrow('400: url:')
})

it('should let a person own twenty bots', async () => {
  const { make } = await setUp()
  for (let count = 1; count <= 20; count++) await make(`kana_${count}_bot`)
  await expect(make('kana_21_bot')).rejects.toThrow('owns 20 bots already')
})

it('should keep a restricted bot from everybody but its owner and those who were added', async () => {
  const { client, manager, owner, make } = await setUp()
  const { bot } = await make()
  const friend = await client.createPerson({ first_name: 'Bo' })
  const other = await client.createPerson({ first_name: 'Cy' })
  expect(await manager.ok('getManagedBotAccessSettings', { user_id: bot.id })).toEqual({
    is_access_restricted: false,
  })
  await client.send('kana_bot', other.id, '/start')
  await manager.ok('setManagedBotAccessSettings', {
    user_id: bot.id,
    is_access_restricted: true,
    added_user_ids: [friend.id],
  })
  expect(await manager.ok('getManagedBotAccessSettings', { user_id: bot.id })).toEqual({
    is_access_restricted: true,
    added_users: [friend],
  })
  await client.send('kana_bot', owner.id, '/start')
  await client.send('kana_bot', friend.id, '/start')
  await expect(client.send('kana_bot', other.id, 'hello')).rejects.toThrow('403: person')
  await expect(client.tap('kana_bot', other.id, { message_id: 1, data: 'x' })).rejects.toThrow('403: person')
  await manager.ok('setManagedBotAccessSettings', { user_id: bot.id, is_access_restricted: false })
  await client.send('kana_bot', other.id, 'hello')
})
