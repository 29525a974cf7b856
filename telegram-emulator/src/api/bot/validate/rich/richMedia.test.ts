import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { RichMessage } from '@grammyjs/types'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'

import type { ChatMessage } from '../../../../client.ts'
import type { BotApiAnswer } from '../../../../state/types.ts'
import { richChat } from '../../../../testing/richChat.ts'
import { LIMITS } from '../limits.ts'

async function picture(): Promise<Buffer> {
  return sharp({ create: { width: 200, height: 100, channels: 3, background: '#408' } })
    .png()
    .toBuffer()
}

/** Serves bytes by paths, with their types; gives the address. */
async function serveFiles(files: Record<string, [type: string, bytes: Buffer]>): Promise<string> {
  const server = createServer((request, response) => {
    const [type, bytes] = files[request.url ?? ''] ?? []
    response.writeHead(bytes ? 200 : 404, type ? { 'content-type': type } : {}).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function mediaChat() {
  const chat = await richChat()
  const upload = async <T = ChatMessage>(
    method: string,
    fields: Record<string, string>,
    files: Record<string, [Buffer | string, string]>,
  ): Promise<T> => {
    const form = new FormData()
    form.append('chat_id', String(chat.person))
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    for (const [name, [bytes, fileName]] of Object.entries(files))
      form.append(name, new Blob([new Uint8Array(Buffer.from(bytes))]), fileName)
    const response = await fetch(`${chat.url}/bot${chat.bot.token}/${method}`, { method: 'POST', body: form })
    const answer = (await response.json()) as BotApiAnswer
    if (!answer.ok) throw new Error(`${answer.error_code} ${answer.description}`)
    return answer.result as T
  }
  const sendFile = async (field: string, name: string, bytes: Buffer | string = name) => {
    const method = `send${field === 'video_note' ? 'VideoNote' : field.replace(/^./, (letter) => letter.toUpperCase())}`
    return upload(method, {}, { [field]: [bytes, name] })
  }
  return { ...chat, upload, sendFile }
}

const KINDS = ['video', 'animation', 'audio', 'document'] as const

it('should show media by their ids, each as a block of its own', async () => {
  const { sendFile, blocks } = await mediaChat()
  const names = { video: 'a.mp4', animation: 'b.gif', audio: 'c.mp3', document: 'd.zip' }
  for (const kind of KINDS) {
    const sent = await sendFile(kind, names[kind])
    const media = { type: kind, media: sent[kind]?.file_id }
    expect(await blocks({ type: kind, [kind]: media, caption: { text: 'x' } })).toEqual([
      { type: kind, [kind]: sent[kind], caption: { text: 'x' } },
    ])
  }
  const { voice } = await sendFile('voice', 'e.ogg')
  if (voice) {
    const media = { type: 'voice_note', media: voice.file_id }
    expect(await blocks({ type: 'voice_note', voice_note: media })).toEqual([
      { type: 'voice_note', voice_note: voice },
    ])
  }
  const { photo } = await sendFile('photo', 'f.png', await picture())
  const media = { type: 'photo', media: photo?.at(-1)?.file_id, has_spoiler: true }
  expect(await blocks({ type: 'photo', photo: media })).toEqual([{ type: 'photo', has_spoiler: true, photo }])
})

it('should take media of the request, wherever they stand', async () => {
  const { upload } = await mediaChat()
  const photo = { type: 'photo', photo: { type: 'photo', media: 'attach://a' } }
  const audio = {
    type: 'audio',
    audio: { type: 'audio', media: 'attach://b', duration: 7, title: 't', performer: 'p' },
  }
  const details = { type: 'details', summary: 'x', blocks: [audio] }
  const list = { type: 'list', items: [{ blocks: [details] }] }
  const rich_message = JSON.stringify({ blocks: [{ type: 'collage', blocks: [photo, photo] }, list] })
  const sent = await upload(
    'sendRichMessage',
    { rich_message },
    { a: [await picture(), 'a.png'], b: ['x', 'b.mp3'] },
  )
  const sizes = [expect.objectContaining({ width: 90 }), expect.objectContaining({ width: 200, height: 100 })]
  expect(sent.rich_message?.blocks).toMatchObject([
    { type: 'collage', blocks: [{ photo: sizes }, { photo: sizes }] },
    {
      items: [
        {
          blocks: [{ blocks: [{ audio: { duration: 7, title: 't', performer: 'p', file_name: 'b.mp3' } }] }],
        },
      ],
    },
  ])
})

it('should take the picture of a medium from the request, and refuse covers', async () => {
  const { upload, refused } = await mediaChat()
  const document = { type: 'document', media: 'attach://a', thumbnail: 'attach://b' }
  const rich_message = JSON.stringify({ blocks: [{ type: 'document', document }] })
  const thumbnail = await sharp(await picture())
    .jpeg()
    .toBuffer()
  const files = { a: ['x', 'a.zip'], b: [thumbnail, 'b.jpg'] } as const
  const sent = await upload('sendRichMessage', { rich_message }, { a: [...files.a], b: [...files.b] })
  expect(sent.rich_message?.blocks).toMatchObject([{ document: { thumbnail: { width: 200, height: 100 } } }])
  const video = { type: 'video', media: 'x', cover: 'x' }
  expect(await refused({ blocks: [{ type: 'video', video }] })).toMatch(/^501 .* cover in sendRichMessage$/)
})

it('should fetch media from addresses', async () => {
  const { send, blocks } = await mediaChat()
  const url = await serveFiles({
    '/a.png': ['image/png', await picture()],
    '/b.mp3': ['audio/mpeg', Buffer.from('x')],
    '/c.pdf': ['application/pdf', Buffer.from('x')],
  })
  expect(await blocks({ type: 'photo', photo: { type: 'photo', media: `${url}/a.png` } })).toMatchObject([
    { type: 'photo', photo: [{ width: 90 }, { width: 200 }] },
  ])
  const html = `<figure><img src="${url}/a.png" tg-spoiler/><figcaption>one<cite>two</cite></figcaption></figure>
    <audio src="${url}/b.mp3"></audio><tg-document src="${url}/c.pdf"></tg-document>`
  const shown = [
    { type: 'photo', caption: { text: 'one', credit: 'two' }, has_spoiler: true },
    { type: 'audio', audio: { file_name: 'b.mp3' } },
    { type: 'document', document: { file_name: 'c.pdf' } },
  ]
  expect((await send({ html })).blocks).toMatchObject(shown)
  const markdown = `![x](${url}/a.png "one")\n![](${url}/b.mp3)\n\n![](${url}/c.pdf)`
  expect((await send({ markdown })).blocks).toMatchObject([
    { type: 'photo', caption: { text: 'one' } },
    { type: 'audio' },
    { type: 'document' },
  ])
})

it('should put media in the place of their links', async () => {
  const { upload, sendFile, send } = await mediaChat()
  const { document } = await sendFile('document', 'd.zip')
  const media = [
    { id: 'a-1', media: { type: 'photo', media: 'attach://file', has_spoiler: true } },
    { id: 'b_2', media: { type: 'document', media: document?.file_id } },
  ]
  const links = {
    html: '<tg-slideshow><img src="tg://photo?id=a-1"/><img src="tg://photo?id=a-1"/></tg-slideshow><tg-document src="tg://document?id=b_2"/>',
    markdown:
      '<tg-slideshow>\n\n![](tg://photo?id=a-1)\n![](tg://photo?id=a-1)\n\n</tg-slideshow>\n\n![](tg://document?id=b_2)',
  }
  for (const [dialect, text] of Object.entries(links)) {
    const rich_message = JSON.stringify({ [dialect]: text, media })
    const sent = await upload('sendRichMessage', { rich_message }, { file: [await picture(), 'a.png'] })
    const photo = { type: 'photo', has_spoiler: true, photo: [{ width: 90 }, { width: 200 }] }
    expect(sent.rich_message?.blocks).toMatchObject([
      { type: 'slideshow', blocks: [photo, photo] },
      { type: 'document', document },
    ])
  }
  expect(await send({ html: 'x', media: media.slice(1) })).toEqual({
    blocks: [{ type: 'paragraph', text: 'x' }],
  })
})

it('should show what a file is, whatever it is called', async () => {
  const { sendFile, blocks } = await mediaChat()
  const { document } = await sendFile('document', 'd.zip')
  const video = { type: 'video', media: document?.file_id, has_spoiler: true }
  expect(await blocks({ type: 'video', video })).toEqual([{ type: 'document', document }])
})

it('should refuse media that cannot be', async () => {
  const { refused, sendFile } = await mediaChat()
  const error = async (media: unknown, type = 'photo') => refused({ blocks: [{ type, [type]: media }] })
  const linked = (html: string, ...media: unknown[]) => refused({ html, media })
  const bad = '400 Bad Request: '
  expect(await error(undefined)).toBe(`${bad}can't parse InputRichBlock: Can't find field "photo"`)
  expect(await error('x')).toBe(`${bad}can't parse InputRichBlock: Field "photo" must be of type Object`)
  expect(await error({ media: 'x' })).toBe(`${bad}can't parse InputRichBlock: Can't find field "type"`)
  expect(await error({ type: 'video', media: 'x' })).toBe(`${bad}unallowed media specified`)
  expect(await error({ type: 'photo', media: '' })).toBe(`${bad}can't parse InputRichBlock: media not found`)
  expect(await error({ type: 'photo', media: 'attach://x' })).toBe(
    `${bad}can't parse InputRichBlock: media not found`,
  )
  expect(await error({ type: 'photo', media: 'x' })).toMatch(/wrong remote file identifier specified/)
  const { video_note } = await sendFile('video_note', 'a.mp4')
  expect(await error({ type: 'video', media: video_note?.file_id }, 'video')).toMatch(
    /can't use file of type/,
  )

  const photo = { type: 'photo', media: 'x' }
  expect(await linked('<img src="tg://photo?id=a"/>')).toBe(`${bad}RICH_MESSAGE_PHOTO_INVALID`)
  expect(await linked('<video src="tg://video?id=a"/>', { id: 'a', media: photo })).toBe(
    `${bad}RICH_MESSAGE_VIDEO_INVALID`,
  )
  for (const src of ['a.png', 'file:///a.png', 'attach://a', 'tg://file?id=a'])
    expect(await linked(`<img src="${src}"/>`)).toBe(`${bad}RICH_MESSAGE_PHOTO_URL_INVALID`)
  expect(await linked('<audio src="http://127.0.0.1:1/x"/>')).toBe(`${bad}RICH_MESSAGE_AUDIO_NO_MEDIA_FOUND`)
  const wrong = `${bad}invalid rich message file identifier specified`
  expect(await linked('x', { id: 'a.png', media: photo })).toBe(wrong)
  expect(await linked('x', { id: '', media: photo })).toBe(wrong)
  expect(await linked('x', { id: 'a', media: { type: 'sticker' } })).toBe(`${bad}unallowed media specified`)
  expect(await linked('x', { media: photo })).toBe(
    `${bad}can't parse InputRichMessageMedia: Can't find field "id"`,
  )
  expect(await linked('x', { id: 'a', media: 'x' })).toBe(
    `${bad}can't parse InputRichMessageMedia: Field "media" must be of type Object`,
  )
})

it('should allow as many media as Telegram, wherever they stand, and ids as long', async () => {
  const { sendFile, blocks, refused, send } = await mediaChat()
  const { document } = await sendFile('document', 'd.zip')
  const block = { type: 'document', document: { type: 'document', media: document?.file_id } }
  const many = (count: number) => Array.from({ length: count }, () => block)
  const slides = { type: 'slideshow', blocks: many(LIMITS.richMedia - 1) }
  await blocks(slides, block)
  expect(await refused({ blocks: [slides, block, block] })).toBe(
    '400 Bad Request: RICH_MESSAGE_MEDIA_TOO_MANY',
  )
  const named = (length: number) => ({
    html: 'x',
    media: [{ id: 'a'.repeat(length), media: block.document }],
  })
  await send(named(LIMITS.richMediaIdCharacters))
  expect(await refused(named(LIMITS.richMediaIdCharacters + 1))).toMatch(/identifier specified$/)
})

it('should take no new files for drafts', async () => {
  const { ok, error, sendFile } = await mediaChat()
  const { document } = await sendFile('document', 'd.zip')
  const draft = (media: unknown) => ({
    draft_id: 1,
    rich_message: {
      blocks: [{ type: 'document', document: { type: 'document', media } }],
    } as unknown as RichMessage,
  })
  await ok('sendRichMessageDraft', draft(document?.file_id))
  for (const media of ['attach://x', 'https://example.org/x'])
    expect(await error('sendRichMessageDraft', draft(media))).toBe(
      "400 Bad Request: new files can't be uploaded using the method",
    )
})
