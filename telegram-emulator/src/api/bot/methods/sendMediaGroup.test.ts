import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { mediaChat, picture, sample, site } from '../../../testing/mediaChat.ts'

type Album = ChatMessage[]

async function albumChat() {
  const chat = await mediaChat()
  const { upload } = chat
  const [photo, video] = [
    (await upload('sendPhoto', { photo: [await picture(50, 50), 'a.png'] })).photo?.at(-1)?.file_id,
    (await upload('sendVideo', { video: [sample.film, 'a.mp4'] })).video?.file_id,
  ]
  const document = (await upload('sendDocument', { document: [sample.text, 'a.txt'] })).document?.file_id
  const audio = (await upload('sendAudio', { audio: [sample.music, 'a.mp3'] })).audio?.file_id
  const files: Record<string, string | undefined> = { photo, video, document, audio }
  const item = (type: string, rest: object = {}) => ({ type, media: files[type], ...rest })
  const album = (...items: unknown[]) => chat.error('sendMediaGroup', { media: items })
  return { ...chat, item, album }
}

it('should send an album, uploads, ids and addresses mixed', async () => {
  const { upload, item, messages, sendText } = await albumChat()
  const { url } = await site({ '/b.png': { type: 'image/png', body: await picture(20, 20) } })
  const { message_id } = await sendText('see')
  const media = [
    { type: 'photo', media: 'attach://p', caption: '<b>one</b>', parse_mode: 'HTML', has_spoiler: true },
    item('video', { caption: null, duration: 9 }),
    { type: 'photo', media: `${url}/b.png` },
  ]
  const fields = { media, reply_parameters: { message_id }, protect_content: true }
  const sent = await upload<Album>('sendMediaGroup', { p: [await picture(10, 10), 'p.png'] }, fields)
  const [{ message_id: first = 0, media_group_id } = {}] = sent
  expect(media_group_id).toMatch(/^\d+$/)
  const shared = { media_group_id, has_protected_content: true, reply_to_message: { message_id } }
  expect(sent).toMatchObject([
    { ...shared, message_id: first, photo: [{}], caption: 'one', caption_entities: [{ type: 'bold' }] },
    { ...shared, message_id: first + 1, video: { duration: 0 } },
    { ...shared, message_id: first + 2, photo: [{ width: 20 }] },
  ])
  expect(sent[0]?.has_media_spoiler).toBe(true)
  expect((await messages()).slice(-3)).toEqual(sent)
})

it('should leave documents in an album what they are, and make no album of one', async () => {
  const { upload } = await albumChat()
  const media = [{ type: 'document', media: 'attach://d' }]
  const [sent] = await upload<Album>('sendMediaGroup', { d: [sample.film, 'a.mp4'] }, { media })
  expect(sent).toMatchObject({ document: { mime_type: 'video/mp4' } })
  expect(sent).not.toHaveProperty('media_group_id')
})

it('should take one part of the request as often as it is named', async () => {
  const { upload } = await albumChat()
  const item = { type: 'document', media: 'attach://d', thumbnail: 'attach://t' }
  const thumbnail = await picture(9, 9, 'jpeg')
  const sent = await upload<Album>(
    'sendMediaGroup',
    { d: [await picture(400, 400), 'a.png'], t: [thumbnail, 't.jpg'] },
    { media: [item, { ...item, caption: 'again' }] },
  )
  const thumb = { width: 9, height: 9 }
  expect(sent).toMatchObject([{ document: { thumbnail: thumb } }, { document: { thumbnail: thumb } }])
  const [first, second] = sent
  expect(second?.document).toEqual(first?.document)
})

it('should refuse what is no album', async () => {
  const { error, album, item, upload, call } = await albumChat()
  const bad = (detail: string) => `400 Bad Request: ${detail}`
  const photos = (count: number) => Array.from({ length: count }, () => item('photo'))
  expect(await upload<Album>('sendMediaGroup', {}, { media: photos(10) })).toHaveLength(10)
  expect(await album(...photos(11))).toBe(bad('too many messages to send as an album'))
  expect(await album()).toBe(bad('there are no messages to send'))
  expect(await error('sendMediaGroup')).toBe(bad('parameter "media" is required'))
  expect(await error('sendMediaGroup', { media: '[' })).toBe(bad("can't parse media JSON object"))
  expect(await error('sendMediaGroup', { media: {} })).toBe(bad('expected an Array of InputMedia'))
  expect(await album(item('photo'), item('document'))).toBe(
    bad("document can't be mixed with other media types"),
  )
  expect(await album(item('audio'), item('video'))).toBe(bad("audio can't be mixed with other media types"))
  expect(await album(item('photo'), item('photo', { show_caption_above_media: true }))).toBe(
    bad('parameter show_caption_above_media must be the same for all messages'),
  )
  for (const [media, complaint] of [
    [1, 'expected an Object'],
    [{ type: 'photo' }, 'media not found'],
    [{ type: 'photo', media: 'attach://none' }, 'media not found'],
    [{ media: 'x' }, 'Can\'t find field "type"'],
    [{ type: 'voice', media: 'x' }, 'type "voice" is unsupported'],
    [{ type: 'toString', media: 'x' }, 'type "toString" is unsupported'],
    [{ type: 'animation', media: 'x' }, 'type "animation" can\'t be used in sendMediaGroup'],
    [item('video', { width: true }), 'Field "width" must be of type Number'],
    [item('photo', { has_spoiler: 'yes' }), 'Field "has_spoiler" must be of type Boolean'],
    [item('photo', { caption: {} }), 'Field "caption" must be of type String'],
    [
      item('photo', { caption: '<x>', parse_mode: 'HTML' }),
      'Can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ],
  ] as const)
    expect(await album(media)).toBe(bad(`can't parse InputMedia: ${complaint}`))
  expect(await album(item('photo', { caption: 'x'.repeat(1025) }))).toBe(bad('message caption is too long'))
  expect(await album(item('photo'), { type: 'photo', media: 'abcde' })).toBe(
    bad('wrong remote file identifier specified: Wrong string length'),
  )
  const media = [item('video'), { type: 'video', media: 'attach://v' }]
  expect(await call('sendMediaGroup', { media }, { v: [sample.text, 'a.txt'] })).toBe(
    bad('failed to send message #2 with the error message "MEDIA_GROUPED_INVALID"'),
  )
})

it('should send nothing of an album of which one message fails', async () => {
  const { album, item, messages } = await albumChat()
  const before = (await messages()).length
  const { url } = await site({})
  expect(await album(item('photo'), { type: 'photo', media: `${url}/none.png` })).toBe(
    '400 Bad Request: failed to send message #2 with the error message "WEBPAGE_CURL_FAILED"',
  )
  expect(await messages()).toHaveLength(before)
})

it('should keep an album together where it is copied and forwarded', async () => {
  const { upload, item, bot, person: chat_id, messages } = await albumChat()
  const sent = await upload<Album>('sendMediaGroup', {}, { media: [item('photo'), item('video')] })
  const from = { chat_id, from_chat_id: chat_id, message_ids: sent.map(({ message_id }) => message_id) }
  for (const method of ['copyMessages', 'forwardMessages']) {
    await bot.ok(method, from)
    const [one, two] = (await messages()).slice(-2)
    expect([one?.photo, two?.video]).toEqual([sent[0]?.photo, sent[1]?.video])
    expect(one?.media_group_id).toBe(two?.media_group_id)
    expect(one?.media_group_id).not.toBe(sent[0]?.media_group_id)
  }
})
