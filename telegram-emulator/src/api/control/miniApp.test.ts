import { createHmac, createPublicKey, verify } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import { startEmulator } from '../../startEmulator.ts'
import { connect, testEmulator } from '../../testing/testEmulator.ts'

const pairsOf = (initData: string, without: string[]) =>
  [...new URLSearchParams(initData)]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')

const hashOf = (initData: string, token: string) => {
  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  return createHmac('sha256', secret)
    .update(pairsOf(initData, ['hash']))
    .digest('hex')
}

const isSigned = (initData: string, botId: number, publicKey: string) =>
  verify(
    null,
    Buffer.from(`${botId}:WebAppData\n${pairsOf(initData, ['hash', 'signature'])}`),
    createPublicKey({
      format: 'der',
      type: 'spki',
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(publicKey, 'hex')]),
    }),
    Buffer.from(new URLSearchParams(initData).get('signature') ?? '', 'base64url'),
  )

it('should sign what a Mini App is told for its bot and by the key of the emulator', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const other = await createBot()
  const person = await startedBy(bot, 'Ann & Bo')
  const url = 'https://app.example/?course=1'
  await client.advanceClock(3_600_000)
  const { init_data: initData, launch_url: launch } = await client.initData({
    bot: bot.username,
    person,
    url,
  })
  const told = new URLSearchParams(initData)
  expect(JSON.parse(told.get('user') ?? '')).toEqual({
    id: person,
    first_name: 'Ann & Bo',
    last_name: '',
    language_code: 'en',
    allows_write_to_pm: true,
  })
  expect(Number(told.get('auth_date')) * 1000 - Date.now()).toBeGreaterThan(3_500_000)
  expect(told.get('query_id')).toMatch(/^AA/)
  expect(told.get('hash')).toBe(hashOf(initData, bot.token))
  expect(told.get('hash')).not.toBe(hashOf(initData, other.token))
  const { ed25519 } = await client.keys()
  const botId = Number(bot.token.split(':')[0])
  expect(isSigned(initData, botId, ed25519)).toBe(true)
  expect(isSigned(initData, botId + 1, ed25519)).toBe(false)
  expect(isSigned(initData.replace('Ann', 'Eve'), botId, ed25519)).toBe(false)

  expect(launch.startsWith(`${url}#`)).toBe(true)
  const behind = new URLSearchParams(new URL(launch).hash.slice(1))
  expect(behind.get('tgWebAppData')).toBe(initData)
  expect(JSON.parse(behind.get('tgWebAppThemeParams') ?? '')).toMatchObject({ bg_color: '#ffffff' })
})

it('should tell what fits the place from which it is opened', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const url = 'https://app.example/#/page'
  const about = { bot: bot.username, person, url }
  const link = await client.initData({ ...about, kind: 'link', start_param: 'lesson_1' })
  expect(Object.fromEntries(new URLSearchParams(link.init_data))).toMatchObject({
    start_param: 'lesson_1',
    chat_type: 'sender',
    chat_instance: expect.stringMatching(/^-?\d+$/) as string,
  })
  expect(link.launch_url).toContain('#/page&tgWebAppData=')
  expect((await client.initData({ ...about, kind: 'keyboard' })).init_data).toBe('')
  await expect(client.initData({ bot: bot.username, person })).rejects.toThrow('400: url:')
  await bot.ok('setChatMenuButton', {
    menu_button: { type: 'web_app', text: 'Open', web_app: { url: 'https://menu.example/' } },
  })
  const menu = await client.initData({ bot: bot.username, person, theme: 'dark' })
  expect(menu.launch_url.startsWith('https://menu.example/#tgWebAppData=')).toBe(true)
  expect(decodeURIComponent(menu.launch_url)).toContain('"bg_color":"#17212b"')
  await client.block(bot.username, person)
  expect((await client.initData({ bot: bot.username, person })).init_data).not.toContain('allows_write')
})

it('should keep its key over a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const dataFile = join(folder, 'state.json')
  const first = await startEmulator({ port: 0, dataFile })
  const before = await connect(first.url).client.keys()
  await first.close()
  const { client } = await testEmulator({ dataFile })
  expect(await client.keys()).toEqual(before)
  expect(await (await testEmulator()).client.keys()).not.toEqual(before)
})
