import type { Update } from '@grammyjs/types'
import { expect, it } from 'vitest'

import type { ChatMessage, NewMessage } from '../../../client.ts'
import { mediaChat, picture, sample } from '../../../testing/mediaChat.ts'

const file = (bytes: Uint8Array, file_name: string, rest: object = {}) => ({
  file_name,
  base64: Buffer.from(bytes).toString('base64'),
  ...rest,
})

async function sendingPerson() {
  const chat = await mediaChat()
  const { client, bot, person } = chat
  return {
    ...chat,
    send: (message: NewMessage) => client.send(bot.username, person, message),
    /** What the bot got last. */
    received: async () => {
      const updates = await bot.ok<Update[]>('getUpdates', { offset: -1 })
      return updates[0]?.message as ChatMessage | undefined
    },
    again: (method: string, parameters: object) =>
      bot.ok<ChatMessage>(method, { chat_id: person, ...parameters }),
  }
}

it('should give the bot a photo in all its sizes, as its own photos are', async () => {
  const { send, received, again, upload } = await sendingPerson()
  const image = await picture(400, 300)
  const sent = await send({ photo: file(image, 'a.png'), caption: 'see @somebody' })
  expect(await received()).toEqual(sent)
  expect(sent).toMatchObject({
    photo: [{ width: 90 }, { width: 320 }, { width: 400, height: 300 }],
    caption: 'see @somebody',
    caption_entities: [{ type: 'mention', offset: 4 }],
  })
  const own = await upload('sendPhoto', { photo: [image, 'b.png'] })
  expect(own.photo).toEqual(sent.photo)
  const { photo } = await again('sendPhoto', { photo: sent.photo?.[0]?.file_id })
  expect(photo).toEqual(sent.photo)
})

it('should give the bot every other kind of file', async () => {
  const { send, client } = await sendingPerson()
  expect(await send({ document: file(sample.text, 'a.pdf') })).toMatchObject({
    document: { file_name: 'a.pdf', mime_type: 'application/pdf', file_size: 64 },
  })
  // A document stays one, and a picture among them has its own beside it.
  const picked = await send({ document: file(await picture(640, 320), 'b.png') })
  expect(picked.document).toMatchObject({ mime_type: 'image/png', thumbnail: { width: 320, height: 160 } })
  const { voice } = await send({ voice: file(sample.voice, 'voice.ogg', { duration: 3 }) })
  expect(voice).toMatchObject({ duration: 3, mime_type: 'audio/ogg' })
  expect(voice).not.toHaveProperty('file_name')
  expect(await client.file(voice?.file_unique_id ?? '')).toEqual(sample.voice)
  const webm = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3])
  expect(await send({ voice: file(webm, 'voice.webm') })).toMatchObject({
    voice: { mime_type: 'audio/webm' },
  })
  const film = file(sample.film, 'a.mp4', { width: 640, height: 360, duration: 2 })
  expect(await send({ video: film })).toMatchObject({
    video: { width: 640, height: 360, duration: 2, file_name: 'a.mp4', mime_type: 'video/mp4' },
  })
  expect(await send({ video_note: { ...film, width: 384 } })).toMatchObject({
    video_note: { length: 384, duration: 2 },
  })
  expect(await send({ audio: file(sample.music, 'a.mp3', { title: 'T', performer: 'P' }) })).toMatchObject({
    audio: { title: 'T', performer: 'P', duration: 0, mime_type: 'audio/mpeg' },
  })
  expect(await send({ animation: file(await picture(30, 20, 'gif'), 'a.gif') })).toMatchObject({
    animation: { width: 30, height: 20 },
  })
})

it('should make an album of files with the same group', async () => {
  const { send, client, bot, person } = await sendingPerson()
  const photo = file(await picture(20, 20), 'a.png')
  const first = await send({ photo, media_group: 'trip', caption: 'one' })
  const second = await send({ video: file(sample.film, 'a.mp4'), media_group: 'trip' })
  const other = await send({ photo, media_group: 'home' })
  expect(first.media_group_id).toMatch(/^\d+$/)
  expect(second.media_group_id).toBe(first.media_group_id)
  expect(other.media_group_id).not.toBe(first.media_group_id)
  await expect(send({ document: photo, media_group: 'trip' })).rejects.toThrow(
    "409: media_group: Bad Request: document can't be mixed with other media types",
  )
  await expect(send({ voice: photo, media_group: 'trip' })).rejects.toThrow('there are no albums with voice')
  for (let count = 2; count < 10; count++) await send({ photo, media_group: 'trip' })
  await expect(send({ photo, media_group: 'trip' })).rejects.toThrow('too many messages')
  const album = (await client.messages(bot.username, person)).filter(
    ({ media_group_id: id }) => id === first.media_group_id,
  )
  expect(album).toHaveLength(10)
})

it('should refuse what no person can send', async () => {
  const { send, messages } = await sendingPerson()
  const before = await messages()
  for (const [message, reason] of [
    [{ photo: file(sample.text, 'a.png') }, 'photo: Bad Request: IMAGE_PROCESS_FAILED'],
    [{ document: { file_name: 'a', base64: 'no base64!' } }, 'document.base64: expected base64'],
    [{ document: { file_name: 'a', base64: '' } }, 'document.base64: '],
    [{ text: 'x', caption: 'y' }, 'caption and media_group go with a file'],
    [{ video_note: file(sample.film, 'a.mp4'), caption: 'y' }, 'caption: a video message has none'],
    [{ document: file(sample.text, 'a'), caption: 'x'.repeat(1025) }, 'caption: '],
    [{ document: file(sample.text, 'a'), text: 'x' }, 'expected exactly one of'],
  ] as const)
    await expect(send(message as NewMessage)).rejects.toThrow(
      `400: ${reason.includes('exactly') ? 'body: ' : ''}${reason}`,
    )
  expect(await messages()).toEqual(before)
})

it('should take files that are larger than what a bot can fetch', async () => {
  const { send, bot } = await sendingPerson()
  const { document } = await send({ document: file(new Uint8Array(20 * 2 ** 20 + 1), 'a.bin') })
  expect(document).toMatchObject({ file_size: 20 * 2 ** 20 + 1 })
  expect(await bot.error('getFile', { file_id: document?.file_id })).toBe('400 Bad Request: file is too big')
})

it('should show files as what they are, and never as a page of its own', async () => {
  const { url, send } = await sendingPerson()
  const page = new TextEncoder().encode('<script>alert(1)</script>')
  const { document } = await send({ document: file(page, 'a.html') })
  const response = await fetch(`${url}/emulator/files/${document?.file_unique_id}`)
  expect(response.headers.get('content-type')).toMatch(/^text\/html/)
  expect(response.headers.get('content-security-policy')).toBe('sandbox')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(page)
  const missing = await fetch(`${url}/emulator/files/none`)
  expect([missing.status, await missing.json()]).toEqual([404, { error: 'there is no file none' }])
})
