import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { mediaChat, picture, sample, site } from '../../../testing/mediaChat.ts'

const bad = (detail: string) => `400 Bad Request: ${detail}`
const NOT_MODIFIED = /^400 Bad Request: message is not modified/
const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }

async function photoChat() {
  const chat = await mediaChat()
  const photo = await chat.upload(
    'sendPhoto',
    { photo: [await picture(50, 50), 'a.png'] },
    { caption: 'old' },
  )
  const { message_id } = photo
  const file_id = photo.photo?.at(-1)?.file_id
  const edit = (media: unknown, rest: object = {}) =>
    chat.ok<ChatMessage>('editMessageMedia', { message_id, media, ...rest })
  const refused = (media: unknown, rest: object = {}) =>
    chat.error('editMessageMedia', { message_id, media, ...rest })
  return { ...chat, photo, message_id, file_id, edit, refused }
}

it('should put another file in the place, by upload, id and address', async () => {
  const { upload, edit, message_id, file_id, messages } = await photoChat()
  const { url } = await site({ '/b.png': { type: 'image/png', body: await picture(20, 10) } })
  const media = { type: 'video', media: 'attach://v', caption: 'new', has_spoiler: true, duration: 4 }
  const fields = { message_id: String(message_id), media, reply_markup: keyboard }
  const edited = await upload('editMessageMedia', { v: [sample.film, 'a.mp4'] }, fields)
  expect(edited).toMatchObject({
    message_id,
    video: { duration: 4 },
    caption: 'new',
    has_media_spoiler: true,
    reply_markup: keyboard,
  })
  expect(edited.edit_date).toBeGreaterThan(0)
  expect(edited).not.toHaveProperty('photo')
  const back = await edit({ type: 'photo', media: file_id })
  for (const gone of ['video', 'caption', 'has_media_spoiler', 'reply_markup'])
    expect(back).not.toHaveProperty(gone)
  expect(await edit({ type: 'photo', media: `${url}/b.png` })).toMatchObject({ photo: [{ width: 20 }] })
  expect((await messages()).at(-1)).toMatchObject({ message_id, photo: [{ width: 20 }] })
})

it('should make a message with a file of a text', async () => {
  const { sendText, edit, file_id } = await photoChat()
  const { message_id } = await sendText('see example.org')
  const edited = await edit({ type: 'photo', media: file_id }, { message_id })
  expect(edited).toMatchObject({ message_id, photo: [{}] })
  expect(edited).not.toHaveProperty('text')
  expect(edited).not.toHaveProperty('entities')
})

it('should refuse edits of media that Telegram refuses', async () => {
  const { refused, error, file_id, upload, message_id, ok } = await photoChat()
  const photo = { type: 'photo', media: file_id }
  expect(await refused({ ...photo, caption: 'old' })).toMatch(NOT_MODIFIED)
  expect(await error('editMessageMedia', { message_id })).toBe(bad('parameter "media" is required'))
  expect(await refused('{')).toBe(bad("can't parse input media JSON object"))
  expect(await refused([])).toBe(bad("can't parse InputMedia: expected an Object"))
  expect(await refused({ type: 'photo' })).toBe(bad("can't parse InputMedia: media not found"))
  expect(await refused({ ...photo, caption: 'x'.repeat(1025) })).toBe(bad('MEDIA_CAPTION_TOO_LONG'))
  expect(await refused(photo, { message_id: 99 })).toBe(bad('message to edit not found'))
  expect(await refused(photo, { reply_markup: { remove_keyboard: true } })).toBe(
    bad('inline keyboard expected'),
  )
  const voice = await upload('sendVoice', { voice: [sample.voice, 'a.ogg'] })
  expect(await refused(photo, { message_id: voice.message_id })).toBe(bad("message media can't be edited"))
  const [first] = await ok<ChatMessage[]>('sendMediaGroup', { media: [photo, photo] })
  const inAlbum = { message_id: first?.message_id }
  const document = (await upload('sendDocument', { document: [sample.text, 'a.txt'] })).document?.file_id
  expect(await refused({ type: 'document', media: document }, inAlbum)).toBe(
    bad("can't change media type in the album"),
  )
  const gif = (await upload('sendAnimation', { animation: [await picture(9, 9, 'gif'), 'a.gif'] })).animation
  expect(await refused({ type: 'animation', media: gif?.file_id }, inAlbum)).toBe(
    bad("message content type can't be used in an album"),
  )
})

it('should keep a message in its album when its file is changed', async () => {
  const { edit, file_id, ok, upload } = await photoChat()
  const photo = { type: 'photo', media: file_id }
  const [first] = await ok<ChatMessage[]>('sendMediaGroup', { media: [photo, photo] })
  const { video } = await upload('sendVideo', { video: [sample.film, 'a.mp4'] })
  const edited = await edit({ type: 'video', media: video?.file_id }, { message_id: first?.message_id })
  expect(edited).toMatchObject({ video: {}, media_group_id: first?.media_group_id })
})

it('should change and remove captions', async () => {
  const { ok, error, message_id, photo, sendText } = await photoChat()
  const caption = (rest: object) => ok<ChatMessage>('editMessageCaption', { message_id, ...rest })
  const bold = { caption: '<b>new</b>', parse_mode: 'HTML', show_caption_above_media: true }
  expect(await caption({ ...bold, reply_markup: keyboard })).toMatchObject({
    photo: photo.photo,
    caption: 'new',
    caption_entities: [{ type: 'bold' }],
    show_caption_above_media: true,
    reply_markup: keyboard,
  })
  const bare = await caption({})
  for (const gone of ['caption', 'caption_entities', 'show_caption_above_media', 'reply_markup'])
    expect(bare).not.toHaveProperty(gone)
  const refused = (rest: object) => error('editMessageCaption', { message_id, ...rest })
  expect(await refused({})).toMatch(NOT_MODIFIED)
  expect(await refused({ caption: 'x'.repeat(1025) })).toBe(bad('MEDIA_CAPTION_TOO_LONG'))
  expect(await caption({ caption: 'x'.repeat(1024) })).toMatchObject({ photo: photo.photo })
  const text = await sendText('x')
  expect(await refused({ message_id: text.message_id, caption: 'y' })).toBe(
    bad('there is no caption in the message to edit'),
  )
})
