import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { startEmulator } from '../../../startEmulator.ts'
import { eventDuring } from '../../../testing/eventDuring.ts'
import { mediaChat, picture, sample } from '../../../testing/mediaChat.ts'
import { connect, testEmulator } from '../../../testing/testEmulator.ts'

const bad = (detail: string) => `400 Bad Request: ${detail}`
const still = { photo: { type: 'static', photo: 'attach://p' } }
const moving = { photo: { type: 'animated', animation: 'attach://p', main_frame_timestamp: 1.5 } }

async function botWithPhoto(options?: Parameters<typeof mediaChat>[0]) {
  const chat = await mediaChat(options)
  const { id } = await chat.bot.ok<{ id: number }>('getMe')
  const set = async () =>
    chat.upload<boolean>('setMyProfilePhoto', { p: [await picture(900, 400), 'a.png'] }, still)
  const photos = (rest: object = {}) => chat.bot.ok('getUserProfilePhotos', { user_id: id, ...rest })
  return { ...chat, set, photos }
}

it('should show the photo that a bot gives itself, cut to squares', async () => {
  const { set, photos, bot, client, url } = await botWithPhoto()
  expect(await photos()).toEqual({ total_count: 0, photos: [] })
  expect(await eventDuring(url, 'bot', set)).toMatchObject({ bot: bot.username })
  const sizes = [{ width: 160, height: 160 }, { width: 320 }, { width: 640, height: 640 }]
  expect(await photos()).toMatchObject({ total_count: 1, photos: [sizes] })
  expect(await photos({ offset: 1 })).toEqual({ total_count: 1, photos: [] })
  const { id, photo, animated_photo } = await client.bot(bot.username)
  expect(animated_photo).toBeNull()
  expect(await bot.ok('getChat', { chat_id: id })).toMatchObject({
    type: 'private',
    username: bot.username,
    photo: { big_file_unique_id: photo },
  })
  expect((await client.file(photo ?? '')).subarray(0, 3)).toEqual(new Uint8Array([0xff, 0xd8, 0xff]))
})

it('should replace and remove it', async () => {
  const { set, upload, photos, bot, client } = await botWithPhoto()
  await set()
  expect(await upload('setMyProfilePhoto', { p: [sample.film, 'a.mp4'] }, moving)).toBe(true)
  expect(await photos()).toMatchObject({ total_count: 1, photos: [[{}, {}, { width: 640 }]] })
  const { animated_photo } = await client.bot(bot.username)
  expect(await client.file(animated_photo ?? '')).toEqual(sample.film)
  expect(await bot.ok('removeMyProfilePhoto')).toBe(true)
  expect(await photos()).toEqual({ total_count: 0, photos: [] })
  expect(await client.bot(bot.username)).toMatchObject({ photo: null, animated_photo: null })
})

it('should keep it over a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const dataFile = join(folder, 'state.json')
  const first = await startEmulator({ port: 0, dataFile })
  const bot = await connect(first.url).createBot()
  const form = new FormData()
  form.append('photo', JSON.stringify(still.photo))
  form.append('p', new Blob([await picture(200, 200)]), 'a.png')
  await fetch(`${first.url}/bot${bot.token}/setMyProfilePhoto`, { method: 'POST', body: form })
  await first.close()
  const { client } = await testEmulator({ dataFile })
  const { photo } = await client.bot(bot.username)
  expect((await client.file(photo ?? '')).length).toBeGreaterThan(0)
})

it('should not drop the photo of a bot before files that nothing shows', async () => {
  const { set, photos, call } = await botWithPhoto({ fileLimits: { totalBytes: 60_000 } })
  await set()
  // Nobody gets them: they lie in the store alone.
  for (const letter of ['a', 'b', 'c', 'd', 'e']) {
    const document: [string, string] = [letter.repeat(20_000), 'a.txt']
    expect(await call('sendDocument', { reply_parameters: { message_id: 99 } }, { document })).toMatch(
      /^400 /,
    )
  }
  expect(await photos()).toMatchObject({ total_count: 1 })
})

it('should refuse what is no profile photo', async () => {
  const { bot, call } = await botWithPhoto()
  const set = (photo?: unknown) => bot.error('setMyProfilePhoto', { photo })
  expect(await set()).toBe(bad("photo isn't specified"))
  expect(await set('{')).toBe(bad("can't parse photo JSON object"))
  expect(await set([])).toBe(bad('object expected as profile photo'))
  expect(await set({})).toBe(bad('can\'t find field "type"'))
  expect(await set({ type: 'other' })).toBe(bad('invalid profile photo type specified'))
  expect(await set({ type: 'static', photo: 'https://example.org/a.png' })).toBe(
    bad('photo must be uploaded as a file'),
  )
  for (const [fields, bytes, answer] of [
    [still, sample.text, 'IMAGE_PROCESS_FAILED'],
    [still, await picture(159, 500), 'PHOTO_CROP_SIZE_SMALL'],
    [moving, await picture(200, 200), 'VIDEO_FILE_INVALID'],
  ] as const)
    expect(await call('setMyProfilePhoto', fields, { p: [bytes, 'a'] })).toBe(bad(answer))
})
