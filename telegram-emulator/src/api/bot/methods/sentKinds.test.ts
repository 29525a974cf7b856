import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { mediaChat, namedSong, opus, picture, sample } from '../../../testing/mediaChat.ts'

const KINDS = ['photo', 'animation', 'video', 'video_note', 'voice', 'audio', 'document', 'sticker'] as const
const kindOf = (message: ChatMessage) => KINDS.find((kind) => message[kind])

it.each([
  ['sendVoice', 'voice', sample.voice, 'a.ogg', 'voice', 'audio/ogg'],
  ['sendVoice', 'voice', sample.music, 'a.mp3', 'voice', 'audio/mpeg'],
  ['sendVoice', 'voice', sample.text, 'a.wav', 'audio', 'audio/x-wav'],
  ['sendVoice', 'voice', sample.text, 'a.ogg', 'audio', 'audio/ogg'],
  ['sendVoice', 'voice', sample.text, 'a.txt', 'document', 'text/plain'],
  ['sendAudio', 'audio', sample.music, 'a.mp3', 'audio', 'audio/mpeg'],
  ['sendAudio', 'audio', sample.voice, 'a.ogg', 'voice', 'audio/ogg'],
  ['sendAudio', 'audio', sample.text, 'a.txt', 'document', 'text/plain'],
  ['sendVideo', 'video', sample.film, 'a.mp4', 'video', 'video/mp4'],
  ['sendVideo', 'video', sample.film, 'blob', 'video', 'video/mp4'],
  ['sendVideo', 'video', sample.text, 'a.webm', 'document', 'video/webm'],
  ['sendAnimation', 'animation', sample.film, 'a.mp4', 'animation', 'video/mp4'],
  ['sendAnimation', 'animation', sample.text, 'a.txt', 'document', 'text/plain'],
  ['sendVideoNote', 'video_note', sample.film, 'a.mp4', 'video_note', undefined],
  ['sendVideoNote', 'video_note', sample.text, 'a.txt', 'document', 'text/plain'],
  ['sendDocument', 'document', sample.film, 'a.mp4', 'video', 'video/mp4'],
  ['sendDocument', 'document', sample.music, 'a.mp3', 'audio', 'audio/mpeg'],
  ['sendDocument', 'document', sample.voice, 'a.ogg', 'document', 'audio/ogg'],
  ['sendSticker', 'sticker', sample.text, 'a.png', 'document', 'image/png'],
] as const)('should make of %s with %s …, %s, a %s', async (method, field, bytes, name, kind, mime) => {
  const { upload } = await mediaChat()
  const sent = await upload(method, { [field]: [bytes, name] })
  expect(kindOf(sent)).toBe(kind)
  expect(sent[kind]).toMatchObject({ file_size: bytes.length, ...(mime && { mime_type: mime }) })
})

it('should leave a document as it is where detection is switched off', async () => {
  const { upload } = await mediaChat()
  const fields = { disable_content_type_detection: true }
  expect(kindOf(await upload('sendDocument', { document: [sample.film, 'a.mp4'] }, fields))).toBe('document')
})

it('should tell the size of moving pictures and stickers', async () => {
  const { upload } = await mediaChat()
  const gif: [Uint8Array<ArrayBuffer>, string] = [await picture(30, 20, 'gif'), 'a.gif']
  const thumbnail = { width: 30, height: 20 }
  for (const method of ['sendAnimation', 'sendVideo', 'sendDocument'] as const) {
    const field = method.slice(4).toLowerCase()
    expect(await upload(method, { [field]: gif })).toMatchObject({
      animation: { width: 30, height: 20, duration: 0, thumbnail },
      document: { mime_type: 'image/gif', thumbnail },
    })
  }
  const webp = await picture(512, 300, 'webp')
  expect(await upload('sendSticker', { sticker: [webp, 'a.webp'] }, { emoji: '🔥' })).toMatchObject({
    sticker: { type: 'regular', width: 512, height: 300, is_animated: false, is_video: false, emoji: '🔥' },
  })
})

it('should read lengths and names from sound where nothing is said of them', async () => {
  const { upload } = await mediaChat()
  const voice: [Uint8Array<ArrayBuffer>, string] = [opus(7), 'a.ogg']
  expect(await upload('sendVoice', { voice })).toMatchObject({ voice: { duration: 7 } })
  expect(await upload('sendVoice', { voice }, { duration: 9 })).toMatchObject({ voice: { duration: 9 } })
  const audio: [Uint8Array<ArrayBuffer>, string] = [namedSong('Song', 'Singer'), 'a.mp3']
  expect(await upload('sendAudio', { audio })).toMatchObject({
    audio: { title: 'Song', performer: 'Singer' },
  })
  expect(await upload('sendAudio', { audio }, { title: 'Other' })).toMatchObject({
    audio: { title: 'Other', performer: 'Singer', duration: 0 },
  })
})

it('should take the thumbnail that comes with a file, and pass over what is none', async () => {
  const { upload } = await mediaChat()
  const video: [Uint8Array<ArrayBuffer>, string] = [sample.film, 'a.mp4']
  const jpeg: [Uint8Array<ArrayBuffer>, string] = [await picture(320, 180, 'jpeg'), 'a.jpg']
  const direct = await upload('sendVideo', { video, thumbnail: jpeg })
  expect(direct.video).toMatchObject({ thumbnail: { width: 320, height: 180 }, thumb: { width: 320 } })
  const attached = await upload('sendVideo', { video, x: jpeg }, { thumbnail: 'attach://x' })
  expect(attached.video).toEqual(direct.video)
  for (const wrong of [await picture(320, 180), await picture(321, 180, 'jpeg'), sample.text]) {
    const sent = await upload('sendVideo', { video, thumbnail: [wrong, 'a.jpg'] })
    expect(sent.video).not.toHaveProperty('thumbnail')
  }
})

it('should give a video its cover, its beginning and its spoiler, each with the message alone', async () => {
  const { upload, bot, person: chat_id, messages } = await mediaChat()
  const cover: [Uint8Array<ArrayBuffer>, string] = [await picture(100, 50), 'a.png']
  const fields = {
    cover: 'attach://c',
    start_timestamp: 7,
    has_spoiler: true,
    show_caption_above_media: true,
  }
  const sent = await upload(
    'sendVideo',
    { video: [sample.film, 'a.mp4'], c: cover },
    { ...fields, width: 640, height: 360, duration: 20 },
  )
  expect(sent).toMatchObject({
    video: { width: 640, height: 360, duration: 20, start_timestamp: 7, cover: [{}, { width: 100 }] },
    has_media_spoiler: true,
    show_caption_above_media: true,
  })
  const { message_id } = sent
  const again = await bot.ok<ChatMessage>('sendVideo', { chat_id, video: sent.video?.file_id })
  expect(again.video).not.toHaveProperty('cover')
  expect(again).not.toHaveProperty('has_media_spoiler')
  const from = { chat_id, from_chat_id: chat_id, message_id }
  expect(await bot.ok('forwardMessage', { ...from, video_start_timestamp: 3 })).toMatchObject({
    video: { start_timestamp: 3, cover: [{}, {}] },
  })
  await bot.ok('copyMessage', { ...from, video_start_timestamp: 0 })
  const copy = (await messages()).at(-1)
  expect(copy).toMatchObject({ video: { duration: 20 }, has_media_spoiler: true })
  expect(copy?.video).not.toHaveProperty('start_timestamp')
})
