import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { startEmulator } from '../../../startEmulator.ts'
import type { BotApiAnswer } from '../../../state/types.ts'
import { botCalls, connect, testEmulator, type TestBot } from '../../../testing/testEmulator.ts'

async function startedChat(options: Parameters<typeof testEmulator>[0] = {}) {
  const emulator = await testEmulator(options)
  const bot = await emulator.createBot()
  const chat_id = await emulator.startedBy(bot)
  const upload = async (
    method: string,
    fields: Record<string, string>,
    files: Record<string, [Blob, string]>,
    by: TestBot = bot,
  ) => {
    const form = new FormData()
    form.append('chat_id', String(chat_id))
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    for (const [name, [blob, fileName]] of Object.entries(files)) form.append(name, blob, fileName)
    const response = await fetch(`${emulator.url}/bot${by.token}/${method}`, { method: 'POST', body: form })
    const answer = (await response.json()) as BotApiAnswer
    if (!answer.ok) return `${answer.error_code} ${answer.description}` as unknown as ChatMessage
    return answer.result as ChatMessage
  }
  return { ...emulator, bot, chat_id, upload }
}

async function picture(width: number, height: number): Promise<Blob> {
  const create = { width, height, channels: 3 as const, background: '#408' }
  return new Blob([new Uint8Array(await sharp({ create }).png().toBuffer())])
}

it('should encode a photo in the sizes of Telegram, directly and by attach://', async () => {
  const { upload } = await startedChat()
  const image = await picture(1920, 1080)
  const sent = await upload('sendPhoto', { caption: 'see /help' }, { photo: [image, 'a.png'] })
  expect(sent.photo?.map(({ width, height }) => [width, height])).toEqual([
    [90, 51],
    [320, 180],
    [800, 450],
    [1280, 720],
  ])
  expect(sent).toMatchObject({
    caption: 'see /help',
    caption_entities: [{ type: 'bot_command', offset: 4, length: 5 }],
  })
  const attached = await upload('sendPhoto', { photo: 'attach://x' }, { x: [image, 'a.png'] })
  expect(attached.photo).toEqual(sent.photo)
})

it('should send a file again by its id, which is one for each bot', async () => {
  const { upload, bot, chat_id, createBot, client } = await startedChat()
  const sent = await upload('sendDocument', {}, { document: [new Blob(['hello']), 'a.txt'] })
  const document = sent.document?.file_id
  expect(sent.document).toMatchObject({ file_name: 'a.txt', mime_type: 'text/plain', file_size: 5 })
  expect(await bot.ok('sendDocument', { chat_id, document })).toMatchObject({ document: sent.document })
  const other = await createBot()
  await client.send(other.username, chat_id, '/start')
  expect(await other.error('sendDocument', { chat_id, document })).toBe(
    '400 Bad Request: wrong file identifier/HTTP URL specified',
  )
  const theirs = await upload('sendDocument', {}, { document: [new Blob(['hello']), 'a.txt'] }, other)
  expect(theirs.document?.file_unique_id).toBe(sent.document?.file_unique_id)
  expect(theirs.document?.file_id).not.toBe(document)
  expect(await bot.error('sendPhoto', { chat_id, photo: document })).toBe(
    "400 Bad Request: can't use file of type Document as Photo",
  )
  for (const [id, problem] of [
    ['abcde', 'Wrong string length'],
    ['a*cd', 'Wrong character in the string'],
    ['abcd', "can't unserialize it. Wrong last symbol"],
  ]) {
    expect(await bot.error('sendDocument', { chat_id, document: id })).toBe(
      `400 Bad Request: wrong remote file identifier specified: ${problem}`,
    )
  }
})

it('should refuse what Telegram refuses', async () => {
  const { upload, bot, chat_id } = await startedChat({ fileLimits: { photoBytes: 2000 } })
  const photo = async (blob: Blob) => upload('sendPhoto', {}, { photo: [blob, 'a.png'] })
  expect(await bot.error('sendPhoto', { chat_id })).toBe('400 Bad Request: there is no photo in the request')
  expect(await photo(new Blob([]))).toBe('400 Bad Request: file must be non-empty')
  expect(await photo(new Blob(['not an image']))).toBe('400 Bad Request: IMAGE_PROCESS_FAILED')
  expect(await photo(await picture(210, 10))).toBe('400 Bad Request: PHOTO_INVALID_DIMENSIONS')
  expect(await photo(new Blob(['x'.repeat(2001)]))).toBe(
    '400 Bad Request: file of size 2001 bytes is too big for a photo; the maximum size is 2000 bytes',
  )
  const small = await picture(50, 50)
  expect(await upload('sendPhoto', { caption: 'x'.repeat(1025) }, { photo: [small, 'a.png'] })).toBe(
    '400 Bad Request: message caption is too long',
  )
})

it('should answer 413 for a body that is too large', async () => {
  const { upload } = await startedChat({ fileLimits: { uploadBytes: 1000 } })
  const large = await upload('sendDocument', {}, { document: [new Blob(['x'.repeat(1001)]), 'a.txt'] })
  expect(large).toBe('413 Request Entity Too Large')
  const held = await upload('sendDocument', {}, { document: [new Blob(['x'.repeat(1000)]), 'a.txt'] })
  expect(held).toMatchObject({ document: { file_size: 1000 } })
})

it('should keep files over a restart, and nothing that was not taken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const dataFile = join(folder, 'state.json')
  const first = await startEmulator({ port: 0, dataFile })
  const { createBot, startedBy } = connect(first.url)
  const bot = await createBot()
  const chat_id = await startedBy(bot)
  const form = new FormData()
  form.append('chat_id', String(chat_id))
  form.append('document', new Blob(['hello']), 'a.txt')
  form.append('unused', new Blob(['nobody takes this']), 'b.txt')
  const response = await fetch(`${first.url}/bot${bot.token}/sendDocument`, { method: 'POST', body: form })
  const { result } = (await response.json()) as { result: ChatMessage }
  await first.close()
  expect(await readdir(`${dataFile}.files`)).toHaveLength(1)
  const { url } = await testEmulator({ dataFile })
  const again = botCalls(url, bot.username, bot.token)
  expect(await again.ok('sendDocument', { chat_id, document: result.document?.file_id })).toMatchObject({
    document: result.document,
  })
})

it('should drop the oldest file that no message shows first', async () => {
  const { upload, bot, chat_id } = await startedChat({ fileLimits: { totalBytes: 2500 } })
  const file = (letter: string): Record<string, [Blob, string]> => ({
    document: [new Blob([letter.repeat(1000)]), `${letter}.txt`],
  })
  const shown = await upload('sendDocument', {}, file('a'))
  // Nobody gets it: it lies in the store alone.
  expect(await upload('sendDocument', { reply_parameters: '{"message_id":99}' }, file('b'))).toMatch(/^400 /)
  await upload('sendDocument', {}, file('c'))
  const again = { chat_id, document: shown.document?.file_id }
  expect(await bot.ok('sendDocument', again)).toMatchObject({ document: shown.document })
  await upload('sendDocument', {}, file('d'))
  expect(await bot.error('sendDocument', again)).toBe(
    '400 Bad Request: wrong file identifier/HTTP URL specified',
  )
})
