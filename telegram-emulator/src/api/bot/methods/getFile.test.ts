import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { File } from '@grammyjs/types'
import { expect, it, onTestFinished } from 'vitest'

import { startEmulator } from '../../../startEmulator.ts'
import { mediaChat, picture, sample } from '../../../testing/mediaChat.ts'
import { botCalls, connect, testEmulator } from '../../../testing/testEmulator.ts'

const TEXT = Buffer.from(sample.text).toString()

it('should tell where a file is, and give it there', async () => {
  const { url, bot, upload } = await mediaChat()
  const { document } = await upload('sendDocument', { document: [sample.text, 'notes.txt'] })
  const file = await bot.ok<File>('getFile', { file_id: document?.file_id })
  const { file_id, file_unique_id, file_size } = document ?? {}
  expect(file).toEqual({
    file_id,
    file_unique_id,
    file_size,
    file_path: expect.stringMatching(/^documents\/file_[\w-]+\.txt$/) as string,
  })
  const address = `${url}/file/bot${bot.token}/${file.file_path}`
  const response = await fetch(address)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-disposition')).toBe('attachment')
  expect(await response.text()).toBe(TEXT)
  const part = await fetch(address, { headers: { range: 'bytes=0-4' } })
  expect([part.status, await part.text()]).toEqual([206, 'hello'])
  expect((await fetch(address, { method: 'HEAD' })).headers.get('content-length')).toBe('64')
})

it('should have a folder for each kind, and every size of a photo', async () => {
  const { bot, upload } = await mediaChat()
  const path = async (file?: { file_id: string }) =>
    (await bot.ok<File>('getFile', { file_id: file?.file_id })).file_path?.replace(/_[\w-]{20,}/, '')
  const { photo } = await upload('sendPhoto', { photo: [await picture(200, 100), 'a.png'] })
  expect([await path(photo?.[0]), await path(photo?.[1])]).toEqual(['photos/file.jpg', 'photos/file.jpg'])
  const video = { video: [sample.film, 'a.mp4'], thumbnail: [await picture(9, 9, 'jpeg'), 't'] } as const
  const { video: film } = await upload('sendVideo', {
    video: [...video.video],
    thumbnail: [...video.thumbnail],
  })
  expect([await path(film), await path(film?.thumbnail)]).toEqual(['videos/file.mp4', 'thumbnails/file.jpg'])
  const { voice } = await upload('sendVoice', { voice: [sample.voice, 'a.opus'] })
  expect(await path(voice)).toBe('voice/file.oga')
  const { audio } = await upload('sendAudio', { audio: [sample.music, 'a.mp3'] })
  expect(await path(audio)).toBe('music/file.mp3')
})

it('should refuse files that a bot cannot have', async () => {
  const { url, bot, createBot, upload, client, person } = await mediaChat({
    fileLimits: { downloadBytes: 63 },
  })
  const { document } = await upload('sendDocument', { document: [sample.text.slice(0, 63), 'a.txt'] })
  const { file_path } = await bot.ok<File>('getFile', { file_id: document?.file_id })
  const base64 = Buffer.from(sample.text).toString('base64')
  const sent = await client.send(bot.username, person, { document: { file_name: 'b.txt', base64 } })
  const big = await bot.call('getFile', { file_id: sent.document?.file_id })
  expect(big).toMatchObject({ error_code: 400, description: 'Bad Request: file is too big' })
  const other = await createBot()
  for (const [file_id, answer] of [
    [undefined, 'file_id not specified'],
    ['nonsense', 'invalid file_id'],
    [document?.file_id, 'wrong file_id or the file is temporarily unavailable'],
  ])
    expect(await other.error('getFile', { file_id })).toBe(`400 Bad Request: ${answer}`)
  for (const [path, code, description] of [
    [`bot${other.token}/${file_path}`, 404, 'Not Found'],
    [`bot${bot.token}/documents/file_x.txt`, 404, 'Not Found'],
    [`bot${bot.token}/documents%2F..%2F..%2Fstate.json`, 404, 'Not Found'],
    [`bot${bot.token}`, 404, 'Not Found'],
    [`bot1:x/${file_path}`, 401, 'Unauthorized'],
    [`bot0/${file_path}`, 401, 'Unauthorized: invalid token specified'],
    [`bot${bot.token}/test/${file_path}`, 401, 'Unauthorized'],
  ]) {
    const response = await fetch(`${url}/file/${path}`)
    expect(await response.json(), String(path)).toEqual({ ok: false, error_code: code, description })
    expect(response.status).toBe(code)
  }
})

it('should give the same file at the same place after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const dataFile = join(folder, 'state.json')
  const first = await startEmulator({ port: 0, dataFile })
  const { client, createBot, startedBy } = connect(first.url)
  const bot = await createBot()
  const person = await startedBy(bot)
  const base64 = Buffer.from(sample.text).toString('base64')
  const { document } = await client.send(bot.username, person, { document: { file_name: 'a.txt', base64 } })
  const file = await bot.ok<File>('getFile', { file_id: document?.file_id })
  await first.close()
  const { url } = await testEmulator({ dataFile })
  expect(await botCalls(url, bot.username, bot.token).ok('getFile', { file_id: document?.file_id })).toEqual(
    file,
  )
  expect(await (await fetch(`${url}/file/bot${bot.token}/${file.file_path}`)).text()).toBe(TEXT)
})
