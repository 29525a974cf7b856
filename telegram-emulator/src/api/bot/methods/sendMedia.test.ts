import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { startEmulator } from '../../../startEmulator.ts'
import { mediaChat, picture } from '../../../testing/mediaChat.ts'
import { botCalls, connect, testEmulator } from '../../../testing/testEmulator.ts'

it('should encode a photo in the sizes of Telegram, directly and by attach://', async () => {
  const { upload } = await mediaChat()
  const image = await picture(1920, 1080)
  const sent = await upload('sendPhoto', { photo: [image, 'a.png'] }, { caption: 'see /help' })
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
  const attached = await upload('sendPhoto', { x: [image, 'a.png'] }, { photo: 'attach://x' })
  expect(attached.photo).toEqual(sent.photo)
})

it('should send a file again by its id, which is one for each bot', async () => {
  const { upload, call, bot, person: chat_id, createBot, client } = await mediaChat()
  const hello: Record<string, [string, string]> = { document: ['hello', 'a.txt'] }
  const sent = await upload('sendDocument', hello)
  const document = sent.document?.file_id
  expect(sent.document).toMatchObject({ file_name: 'a.txt', mime_type: 'text/plain', file_size: 5 })
  expect(await bot.ok('sendDocument', { chat_id, document })).toMatchObject({ document: sent.document })
  const other = await createBot()
  await client.send(other.username, chat_id, '/start')
  expect(await other.error('sendDocument', { chat_id, document })).toBe(
    '400 Bad Request: wrong file identifier/HTTP URL specified',
  )
  const theirs = await call('sendDocument', {}, hello, other)
  expect(theirs).toMatchObject({ document: { file_unique_id: sent.document?.file_unique_id } })
  expect(theirs).not.toMatchObject({ document: { file_id: document } })
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
  const { call, error } = await mediaChat({ fileLimits: { photoBytes: 2000 } })
  const photo = (content: BlobPart, fields = {}) => call('sendPhoto', fields, { photo: [content, 'a.png'] })
  expect(await error('sendPhoto')).toBe('400 Bad Request: there is no photo in the request')
  expect(await photo('')).toBe('400 Bad Request: file must be non-empty')
  expect(await photo('not an image')).toBe('400 Bad Request: IMAGE_PROCESS_FAILED')
  expect(await photo(await picture(210, 10))).toBe('400 Bad Request: PHOTO_INVALID_DIMENSIONS')
  expect(await photo('x'.repeat(2001))).toBe(
    '400 Bad Request: file of size 2001 bytes is too big for a photo; the maximum size is 2000 bytes',
  )
  expect(await photo(await picture(50, 50), { caption: 'x'.repeat(1025) })).toBe(
    '400 Bad Request: message caption is too long',
  )
})

it('should answer 413 for a body that is too large', async () => {
  const { call } = await mediaChat({ fileLimits: { uploadBytes: 1000 } })
  const send = (bytes: number) => call('sendDocument', {}, { document: ['x'.repeat(bytes), 'a.txt'] })
  expect(await send(1001)).toBe('413 Request Entity Too Large')
  expect(await send(1000)).toMatchObject({ document: { file_size: 1000 } })
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

it.each([{ totalBytes: 2500 }, { totalCount: 2.5 }])(
  'should drop the oldest file that no message shows first, beyond %j',
  async (fileLimits) => {
    const { upload, call, ok, error } = await mediaChat({ fileLimits })
    const file = (letter: string): Record<string, [string, string]> => ({
      document: [letter.repeat(1000), `${letter}.txt`],
    })
    const { document } = await upload('sendDocument', file('a'))
    // Nobody gets it: it lies in the store alone.
    expect(await call('sendDocument', { reply_parameters: { message_id: 99 } }, file('b'))).toMatch(/^400 /)
    await upload('sendDocument', file('c'))
    const again = { document: document?.file_id }
    expect(await ok('sendDocument', again)).toMatchObject({ document })
    await upload('sendDocument', file('d'))
    expect(await error('sendDocument', again)).toBe(
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    )
  },
)

it('should refuse an address whose host is no host', async () => {
  const { error } = await mediaChat()
  expect(await error('sendAnimation', { animation: '-0.000001' })).toBe(
    '400 Bad Request: failed to get HTTP URL content',
  )
})
