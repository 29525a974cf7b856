import { expect, it } from 'vitest'

import { mediaChat, picture, sample, site } from '../../../testing/mediaChat.ts'

const FAILED = '400 Bad Request: failed to get HTTP URL content'
const WRONG_TYPE = '400 Bad Request: wrong type of the web page content'

it('should send files from a web server, each kind by its own types', async () => {
  const { ok, error } = await mediaChat()
  const { url } = await site({
    '/a%20b.png': { type: 'image/png; charset=x', body: await picture(400, 300) },
    '/film.mp4': { type: 'video/mp4', body: sample.film },
    '/voice.ogg': { type: 'audio/ogg', body: sample.voice },
    '/song.mp3': { type: 'audio/mpeg', body: sample.music },
    '/read?me=1': { type: 'application/pdf', body: sample.text },
    '/page': { type: 'text/html', body: sample.text },
  })
  expect(await ok('sendPhoto', { photo: `${url}/a%20b.png` })).toMatchObject({
    photo: [{ width: 90 }, { width: 320 }, { width: 400, height: 300 }],
  })
  expect(await ok('sendVideo', { video: `${url}/film.mp4`, duration: 3 })).toMatchObject({
    video: { file_name: 'film.mp4', duration: 3, file_size: 64 },
  })
  expect(await ok('sendVoice', { voice: `${url}/voice.ogg` })).toMatchObject({ voice: {} })
  expect(await ok('sendAudio', { audio: `${url}/song.mp3` })).toMatchObject({ audio: {} })
  expect(await ok('sendDocument', { document: `${url}/read?me=1` })).toMatchObject({
    document: { file_name: 'read', mime_type: 'application/pdf' },
  })
  for (const [method, field, path] of [
    ['sendPhoto', 'photo', 'page'],
    ['sendPhoto', 'photo', 'film.mp4'],
    ['sendDocument', 'document', 'film.mp4'],
    ['sendAudio', 'audio', 'voice.ogg'],
    ['sendVideoNote', 'video_note', 'film.mp4'],
  ] as const)
    expect(await error(method, { [field]: `${url}/${path}` })).toBe(WRONG_TYPE)
})

it('should say what is wrong with an address', async () => {
  const { error } = await mediaChat()
  for (const [photo, answer] of [
    ['ftp://example.org/a.png', 'invalid file HTTP URL specified: Unsupported URL protocol'],
    ['http:///a.png', 'invalid file HTTP URL specified: URL host is empty'],
    ['https', 'wrong remote file identifier specified: Wrong string length'],
  ])
    expect(await error('sendPhoto', { photo })).toBe(`400 Bad Request: ${answer}`)
})

it('should fail where nothing can be had', async () => {
  const { error, person } = await mediaChat({ limits: { fetchMs: 300 } })
  const { url } = await site({
    '/slow.png': null,
    '/gone.png': { type: 'x', body: sample.text, status: 500 },
  })
  expect(person).toBeGreaterThan(0)
  for (const photo of [`${url}/none.png`, `${url}/gone.png`, `${url}/slow.png`, 'http://127.0.0.1:1/a.png'])
    expect(await error('sendPhoto', { photo })).toBe(FAILED)
})

it('should take as much from an address as Telegram, and no more', async () => {
  const { ok, error } = await mediaChat({ fileLimits: { webPhotoBytes: 999, webBytes: 2000 } })
  const { url } = await site({
    '/a.pdf': { type: 'application/pdf', body: new Uint8Array(2000) },
    '/b.pdf': { type: 'application/pdf', body: new Uint8Array(2001) },
    '/a.png': { type: 'image/png', body: new Uint8Array(1000) },
    '/long.ogg': { type: 'audio/ogg', body: new Uint8Array(2000) },
  })
  expect(await ok('sendDocument', { document: `${url}/a.pdf` })).toMatchObject({ document: {} })
  expect(await error('sendDocument', { document: `${url}/b.pdf` })).toBe(FAILED)
  expect(await error('sendPhoto', { photo: `${url}/a.png` })).toBe(FAILED)
  // What is no voice message there is a document.
  expect(await ok('sendVoice', { voice: `${url}/long.ogg` })).toMatchObject({ document: {} })
})

it('should fetch nothing for a message that nobody would get', async () => {
  const { bot, error, person, client } = await mediaChat()
  const { url, asked } = await site({ '/a.png': { type: 'image/png', body: await picture(10, 10) } })
  const photo = `${url}/a.png`
  expect(await error('sendPhoto', { photo, chat_id: 1 })).toBe('400 Bad Request: chat not found')
  expect(await error('sendPhoto', { photo, reply_markup: [] })).toMatch(/^400 /)
  await client.block(bot.username, person)
  expect(await error('sendPhoto', { photo })).toMatch(/^403 /)
  expect(asked.size).toBe(0)
})
