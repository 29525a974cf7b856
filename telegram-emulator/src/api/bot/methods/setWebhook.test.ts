import { expect, it } from 'vitest'

import { testEmulator } from '../../../testing/testEmulator.ts'

const url = 'https://example.org/hook'

it('should show the settings in getWebhookInfo', async () => {
  const { createBot } = await testEmulator()
  const bot = await createBot()
  expect(await bot.ok('getWebhookInfo')).toEqual({
    url: '',
    has_custom_certificate: false,
    pending_update_count: 0,
  })
  expect(await bot.call('setWebhook', { url })).toMatchObject({
    result: true,
    description: 'Webhook was set',
  })
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ url, max_connections: 40 })
  expect(await bot.call('setWebhook', { url })).toMatchObject({ description: 'Webhook is already set' })
  await bot.ok('setWebhook', { url, max_connections: 500 })
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ max_connections: 100 })
  expect(await bot.call('deleteWebhook')).toMatchObject({ description: 'Webhook was deleted' })
  expect(await bot.call('setWebhook', { url: '' })).toMatchObject({
    description: 'Webhook is already deleted',
  })
})

it('should keep allowed_updates when a later call does not name them', async () => {
  const { createBot } = await testEmulator()
  const bot = await createBot()
  await bot.ok('setWebhook', { url, allowed_updates: ['message', 'nonsense'] })
  await bot.ok('setWebhook', { url, max_connections: 7 })
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ allowed_updates: ['message'] })
  await bot.ok('deleteWebhook')
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ allowed_updates: ['message'] })
  await bot.ok('setWebhook', { url, allowed_updates: [] })
  expect(await bot.ok('getWebhookInfo')).not.toHaveProperty('allowed_updates')
})

it('should want https except for this machine and private networks', async () => {
  const { createBot } = await testEmulator()
  const bot = await createBot()
  const refused = (address: string) => bot.error('setWebhook', { url: address })
  expect(await refused('http://example.org/hook')).toBe(
    '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  )
  expect(await refused('https://example.org:3001/hook')).toBe(
    '400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
  )
  expect(await refused('https://')).toBe('400 Bad Request: invalid webhook URL specified')
  expect(await refused('ftp://example.org')).toBe('400 Bad Request: invalid webhook URL specified')
  for (const address of [
    'http://localhost:1/a',
    'http://127.0.0.1:1',
    'http://[::1]:1',
    'http://runner:3001/tg',
  ]) {
    expect(await bot.ok('setWebhook', { url: address })).toBe(true)
  }
})

it('should check the secret', async () => {
  const { createBot } = await testEmulator()
  const bot = await createBot()
  expect(await bot.error('setWebhook', { url, secret_token: 'x'.repeat(257) })).toBe(
    '400 Bad Request: secret token is too long',
  )
  expect(await bot.error('setWebhook', { url, secret_token: 'a b' })).toBe(
    '400 Bad Request: secret token contains unallowed characters',
  )
})

it('should drop pending updates when asked', async () => {
  const { createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  await startedBy(bot)
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ pending_update_count: 1 })
  await bot.ok('deleteWebhook')
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ pending_update_count: 1 })
  await bot.ok('deleteWebhook', { drop_pending_updates: true })
  expect(await bot.ok('getWebhookInfo')).toMatchObject({ pending_update_count: 0 })
})
