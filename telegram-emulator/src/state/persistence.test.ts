import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Update } from '@grammyjs/types'
import { expect, it, onTestFinished } from 'vitest'

import type { ChatMessage } from '../client.ts'
import { startEmulator } from '../startEmulator.ts'
import { botCalls, connect, testEmulator } from '../testing/testEmulator.ts'
import { until } from '../testing/until.ts'

async function dataFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'deep', 'state.json')
}

it('should find everything again after an orderly restart', async () => {
  const file = await dataFile()
  const first = await startEmulator({ port: 0, dataFile: file })
  const { client, createBot, startedBy } = connect(first.url)
  const bot = await createBot('Course')
  const person = await startedBy(bot)
  await bot.ok('setMyCommands', { commands: [{ command: 'help', description: 'Help' }] })
  await bot.ok('sendMessage', { chat_id: person, text: 'hello' })
  await bot.ok('setWebhook', {
    url: 'http://127.0.0.1:1/hook',
    secret_token: 's',
    allowed_updates: ['message'],
  })
  await client.advanceClock(60_000)
  const before = {
    bot: await client.bot(bot.username),
    messages: await client.messages(bot.username, person),
  }
  await first.close()
  expect((await stat(file)).mode & 0o777).toBe(0o600)

  const { url, client: again } = await testEmulator({ dataFile: file })
  expect((await again.messages(bot.username, person)).map(({ text }) => text)).toEqual(['/start', 'hello'])
  expect(await again.messages(bot.username, person)).toEqual(before.messages)
  expect(await again.bot(bot.username)).toMatchObject({
    texts: before.bot.texts,
    commands: before.bot.commands,
  })
  expect(await again.clock()).toMatchObject({ offset_ms: 60_000, version: 1 })
  const same = botCalls(url, bot.username, bot.token)
  expect(await same.ok('getWebhookInfo')).toMatchObject({
    pending_update_count: 1,
    allowed_updates: ['message'],
  })
  await same.ok('deleteWebhook')
  expect(await same.ok('getUpdates')).toMatchObject([{ message: { text: '/start' } }])
  expect(await same.ok('sendMessage', { chat_id: person, text: 'x' })).toMatchObject({ message_id: 3 })
})

it('should keep what a chat shows beside its messages, and read files that know nothing of it', async () => {
  const file = await dataFile()
  const first = await startEmulator({ port: 0, dataFile: file })
  const { client, createBot, startedBy } = connect(first.url)
  const bot = await createBot()
  const person = await startedBy(bot)
  const chat = [bot.username, person] as const
  const keyboard = { chat_id: person, text: 'x', reply_markup: { keyboard: [['Yes']] } }
  const { message_id } = await bot.ok<ChatMessage>('sendMessage', keyboard)
  await bot.ok('pinChatMessage', { chat_id: person, message_id })
  await client.react(...chat, message_id, [{ type: 'emoji', emoji: '👍' }])
  await client.delete(...chat, [1])
  const before = { state: await client.chatState(...chat), messages: await client.messages(...chat) }
  expect(before.state).toMatchObject({
    pinned_message_ids: [message_id],
    reply_keyboard: { keyboard: [[{}]] },
  })
  await first.close()

  const second = await startEmulator({ port: 0, dataFile: file })
  const again = connect(second.url).client
  expect(await again.chatState(...chat)).toEqual(before.state)
  expect(await again.messages(...chat)).toEqual(before.messages)
  const edit = { chat_id: person, message_id, text: 'y' }
  expect(await botCalls(second.url, bot.username, bot.token).error('editMessageText', edit)).toMatch(
    /be edited$/,
  )
  await second.close()

  const saved = JSON.parse(await readFile(file, 'utf8')) as { chats: Record<string, unknown>[] }
  saved.chats = saved.chats.map(({ botId, personId, isBlocked, messages }) => ({
    botId,
    personId,
    isBlocked,
    messages,
  }))
  await writeFile(file, JSON.stringify(saved))
  const { client: third } = await testEmulator({ dataFile: file })
  expect(await third.chatState(...chat)).toMatchObject({
    reply_keyboard: null,
    pinned_message_ids: [],
    reactions: {},
  })
})

it('should survive SIGKILL and never hand out an update_id twice', async () => {
  const file = await dataFile()
  const killed = await startProcess(file)
  const { createBot, startedBy } = connect(killed.url)
  const bot = await createBot()
  const person = await startedBy(bot)
  const [before] = await bot.ok<Update[]>('getUpdates')
  await until(async () => (await readFile(file, 'utf8')).includes('/start'), 'it was saved')
  killed.process.kill('SIGKILL')
  await killed.ended

  const restarted = await startProcess(file)
  const same = botCalls(restarted.url, bot.username, bot.token)
  const { client } = connect(restarted.url)
  expect(await same.ok('getUpdates')).toEqual([before])
  await client.send(bot.username, person, 'after')
  const updates = await same.ok<Update[]>('getUpdates')
  expect(updates[1]?.update_id).toBeGreaterThan((before?.update_id ?? 0) + 1000)
  expect((await client.messages(bot.username, person)).map(({ text }) => text)).toEqual(['/start', 'after'])
  restarted.process.kill('SIGTERM')
  expect(await restarted.ended).toBe(0)
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ isFinal: true })
}, 20_000)

it('should say so when the file is not its own', async () => {
  const file = await dataFile()
  const path = join(file, '..', '..', 'broken.json')
  await writeFile(path, '{')
  await expect(startEmulator({ port: 0, dataFile: path })).rejects.toThrow(
    'is not JSON. Move it away to start afresh',
  )
})

/** The real entry, told of its port over the IPC channel as a launcher is. */
async function startProcess(file: string) {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url))
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, EMULATOR_PORT: '0', EMULATOR_DATA_FILE: file, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { type: string; port: number }) => resolve(message.port))
    child.once('exit', () => reject(new Error('the emulator ended before it was ready')))
  })
  return { process: child, ended, url: `http://127.0.0.1:${port}` }
}
