import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import { sendMessages, type MessageTarget } from '../bot/sendMessages.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { startFakeCms, type FakeCms } from '../testing/startFakeCms.ts'
import { startFakeTelegram, type FakeTelegram } from '../testing/startFakeTelegram.ts'
import { startTestRunner, type TestRunner } from '../testing/startTestRunner.ts'
import { buildBot } from '../testing/testBot.ts'
import { buildMedia } from '../testing/testMedia.ts'

let cms: FakeCms
let telegram: FakeTelegram
let runner: TestRunner
let target: MessageTarget

const put = (...changes: Parameters<typeof buildMedia>): MediaFile => {
  const { media, bytes } = buildMedia(...changes)
  cms.media.set(media.id, bytes)
  return media
}
const photoOf = (media: MediaFile, caption = ''): OutgoingMessage => ({
  kind: 'media',
  as: 'photo',
  media,
  caption,
  entities: [],
})
const send = (...messages: OutgoingMessage[]) =>
  sendMessages(
    { ...runner.core.views, linkOf: ({ id }) => Promise.resolve(`https://cms.test/${id}`) },
    target,
    messages,
  )
const sentPhoto = (fileId: string) => ({ message_id: 1, photo: [{ file_id: 'small' }, { file_id: fileId }] })
const methods = () => telegram.calls.map(({ method }) => method)
const payload = (at: number) => telegram.calls.at(at)!.payload

beforeEach(async () => {
  ;[cms, telegram] = await Promise.all([startFakeCms(), startFakeTelegram()])
  runner = await startTestRunner({ cmsUrl: cms.url, telegramUrl: telegram.url })
  const bot = await buildBot()
  target = { course: await runner.core.openBot(bot), chatId: 42, isProtected: false }
})
afterEach(async () => {
  await runner.close()
  await Promise.all([cms.close(), telegram.close()])
})

describe('sending files', () => {
  it('should upload a file once, stream it from the CMS, and send its file_id from then on', async () => {
    const media = put({ content: 'x'.repeat(3_000_000), filename: 'сова "1".png' })
    telegram.answer = () => ({ result: sentPhoto('big') })
    expect(await send(photoOf(media, 'An owl'))).toEqual({ status: 'sent' })
    const uploaded = payload(0).file0 as File
    expect(payload(0)).toMatchObject({ chat_id: 42, photo: 'attach://file0', caption: 'An owl' })
    expect([uploaded.name, uploaded.type, uploaded.size]).toEqual(['сова "1".png', 'image/png', media.bytes])
    expect(await uploaded.text()).toBe('x'.repeat(3_000_000))
    await send(photoOf(media))
    expect(payload(1)).toMatchObject({ photo: 'big' })
    expect(payload(1)).not.toHaveProperty('caption')
    expect(cms.mediaReads).toEqual([media.id])
    const learnt = { hash: media.hash, form: 'photo', fileId: 'big' }
    await vi.waitFor(() => expect([...cms.botFiles.values()].flat()).toEqual([learnt]))
  })

  it('should upload a file once although many are to have it at the same time', async () => {
    const media = put()
    telegram.answer = () => ({ result: sentPhoto('one') })
    await Promise.all(Array.from({ length: 8 }, () => send(photoOf(media))))
    expect(cms.mediaReads).toHaveLength(1)
    expect(telegram.calls.filter(({ payload: sent }) => sent.photo === 'one')).toHaveLength(7)
  })

  it('should upload a file anew whose file_id Telegram no longer takes', async () => {
    const media = put()
    const { telegramBotId } = target.course.record
    cms.botFiles.set(telegramBotId, [{ hash: media.hash, form: 'photo', fileId: 'old' }])
    telegram.answer = ({ payload: sent }) =>
      sent.photo === 'old'
        ? { error_code: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' }
        : { result: sentPhoto('new') }
    expect(await send(photoOf(media))).toEqual({ status: 'sent' })
    await send(photoOf(media))
    expect(telegram.calls.map(({ payload: sent }) => sent.photo)).toEqual(['old', 'attach://file0', 'new'])
  })

  it('should send an album in one call, with what Telegram has and what it has not', async () => {
    const items = [put(), put({ kind: 'video', duration: 2.4 })] as const
    cms.botFiles.set(target.course.record.telegramBotId, [
      { hash: items[0].hash, form: 'photo', fileId: 'known' },
    ])
    telegram.answer = () => ({ result: [sentPhoto('known'), { video: { file_id: 'film' } }] })
    await send({
      kind: 'album',
      items: [
        { as: 'photo', media: items[0], caption: 'Two', entities: [{ type: 'bold', offset: 0, length: 3 }] },
        { as: 'video', media: items[1], caption: '', entities: [] },
      ],
    })
    expect(methods()).toEqual(['sendMediaGroup'])
    expect(payload(0).media).toEqual([
      {
        type: 'photo',
        media: 'known',
        caption: 'Two',
        caption_entities: [{ type: 'bold', offset: 0, length: 3 }],
      },
      {
        type: 'video',
        media: 'attach://file0',
        width: 8,
        height: 8,
        duration: 2,
        supports_streaming: true,
      },
    ])
    const learnt = { hash: items[1].hash, form: 'video', fileId: 'film' }
    await vi.waitFor(() =>
      expect(cms.botFiles.get(target.course.record.telegramBotId)).toContainEqual(learnt),
    )
  })

  it('should send the others of an album one by one when one of its files is gone', async () => {
    const { media: gone } = buildMedia()
    const media = put()
    telegram.answer = () => ({ result: sentPhoto('one') })
    const item = (file: MediaFile) => ({ as: 'photo' as const, media: file, caption: '', entities: [] })
    const outcome = await send({ kind: 'album', items: [item(gone), item(media)] })
    expect(outcome).toEqual({ status: 'sent', error: 'the CMS has no such file' })
    expect(telegram.calls.filter(({ method }) => method === 'sendPhoto')).toHaveLength(1)
  })

  it('should fill the files of a rich message in, wherever they stand, and learn their file_ids', async () => {
    const [photo, voice] = [put(), put({ kind: 'voice' })]
    const blocks = [
      { type: 'photo', photo: { type: 'photo', media: `media:${photo.id}` } },
      {
        type: 'details',
        summary: 'More',
        blocks: [{ type: 'voice_note', voice_note: { type: 'voice_note', media: `media:${voice.id}` } }],
      },
    ]
    telegram.answer = () => ({
      result: {
        rich_message: {
          blocks: [
            { type: 'photo', photo: [{ file_id: 'p' }] },
            { type: 'details', blocks: [{ type: 'voice_note', voice_note: { file_id: 'v' } }] },
          ],
        },
      },
    })
    const message = { kind: 'rich', blocks, media: { [photo.id]: photo, [voice.id]: voice } }
    await send(message as OutgoingMessage)
    await send(message as OutgoingMessage)
    const refs = telegram.calls.map(
      ({ payload: sent }) => JSON.stringify(sent).match(/"media":"[^"]+"/g) ?? [],
    )
    expect(refs[0]).toEqual(['"media":"attach://file0"', '"media":"attach://file1"'])
    expect(refs[1]).toEqual(['"media":"p"', '"media":"v"'])
  })

  it('should send as a link what turns out to be too large', async () => {
    const media = put({ filename: 'owls.zip' })
    telegram.answer = ({ method }) =>
      method === 'sendDocument'
        ? { error_code: 413, description: 'Request Entity Too Large' }
        : { result: { message_id: 1 } }
    const bold = { type: 'bold' as const, offset: 0, length: 3 }
    const outcome = await send({
      ...photoOf(media, 'All of them'),
      as: 'document',
      entities: [bold],
    } as never)
    expect(outcome).toEqual({ status: 'sent' })
    expect(payload(1)).toMatchObject({
      text: 'owls.zip\nAll of them',
      entities: [
        { type: 'text_link', offset: 0, length: 8, url: `https://cms.test/${media.id}` },
        { ...bold, offset: 9 },
      ],
    })
  })

  it('should send as a file what Telegram cannot show as a photo', async () => {
    telegram.answer = ({ method }) =>
      method === 'sendPhoto'
        ? { error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' }
        : { result: { document: { file_id: 'd' } } }
    expect(await send(photoOf(put()))).toEqual({ status: 'sent' })
    expect(methods()).toEqual(['sendPhoto', 'sendDocument'])
  })

  it('should go on with the next message when a file is gone or not as long as it was', async () => {
    const { media: gone } = buildMedia()
    const media = { ...put({ content: 'short' }), bytes: 500 }
    const text: OutgoingMessage = { kind: 'text', text: 'after it', entities: [] }
    expect(await send(photoOf(gone), text)).toEqual({ status: 'sent', error: 'the CMS has no such file' })
    expect((await send(photoOf(media), text)) as object).toMatchObject({ status: 'sent', error: /./ })
    expect(telegram.texts()).toEqual(['after it', 'after it'])
  })

  it('should ask for a later try when the CMS does not give the file', async () => {
    const media = put()
    cms.failure = 503
    await expect(send(photoOf(media))).rejects.toThrow(RetryLaterError)
  })

  it('should put off what Telegram puts off, and keep the contents of protected courses in the chat', async () => {
    target = { ...target, isProtected: true }
    telegram.answer = () => ({ error_code: 429, description: 'Too Many Requests', retry_after: 3 })
    expect(await send(photoOf(put()))).toMatchObject({ status: 'deferred', retryAfterMs: 3000 })
    expect(payload(0).protect_content).toBe(true)
  })

  it('should show neither a token nor the name of a file in its logs', async () => {
    const media = put({ filename: 'my secret.png' })
    await telegram.close()
    expect(await send(photoOf(media))).toMatchObject({ status: 'deferred' })
    telegram = await startFakeTelegram()
    expect(runner.logged()).not.toMatch(/AAttt|my secret/)
  })
})
