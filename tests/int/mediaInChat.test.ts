import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { createMediaLink } from '../../src/operations/media/mediaLink.ts'
import * as sample from '../../src/operations/media/testing/sampleFiles.ts'
import type { Block } from '../../src/lesson/content/block.ts'
import type { Bot, Course, Media } from '../../src/payload-types.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { contentOf, paragraph } from '../factories/contentBlocks.ts'
import { createUser, type SignedIn } from '../factories/createUser.ts'
import { linkBot, readBot } from '../factories/linkBot.ts'
import { uploadFile } from '../factories/uploadFile.ts'
import { callWeb } from '../helpers/callWeb.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'
import { waitFor } from '../helpers/waitFor.ts'

let count = 0
const tokens: string[] = []

describe('files of a lesson in a chat', () => {
  let stack: Stack
  let payload: Payload
  let author: SignedIn
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'trace', MEDIA_MAX_FILE_MB: '60' })
    author = await createUser(payload)
  })
  afterAll(() => stack.stop())
  afterEach(() => stack.emulator.clearFaults())

  const upload = async (content: Buffer, name: string): Promise<Media> => {
    const { doc, error } = await uploadFile(stack, author, content, { name, alt: `the alt of ${name}` })
    expect(error).toBeUndefined()
    return doc
  }
  const teach = async (
    blocks: Block[],
    course: Partial<Course> = {},
    rendering: Bot['rendering'] = 'auto',
  ) => {
    const steps = [{ title: 'Owls', content: contentOf(paragraph('Look at the owls.'), ...blocks) }]
    const built = await buildCourse(payload, { author, course, steps, isPublished: true })
    const bot = `media_${(count += 1)}_bot`
    const where = { course: { equals: built.course.id } }
    await payload.update({ collection: 'bots', where, data: { rendering } })
    tokens.push(await linkBot(stack, { author, courseId: built.course.id, username: bot }))
    return { bot, course: built.course }
  }
  /** What a new learner is sent when they open the first step: the calls that it took. */
  const learn = async (bot: string) => {
    const chat = await learnInChat(stack, bot)
    await chat.start('A course for tests')
    const before = (await stack.emulator.calls({ bot })).at(-1)?.id ?? 0
    await chat.tap(/Start/, 'Look at the owls.')
    // The buttons stand below the last of a step's messages.
    const calls = await waitFor('the whole step to be sent', async () => {
      const made = await stack.emulator.calls({ bot, after: before })
      return made.some(({ answer, parameters }) => answer?.ok && parameters.reply_markup) && made
    })
    return calls.filter(({ method }) => method.startsWith('send'))
  }
  const everything = async (): Promise<Block[]> => {
    const [owl, film, song, voice, sheet] = [
      await upload(await sample.jpegWithPlace(), 'owl.jpg'),
      await upload(sample.mp4(), 'film.mp4'),
      await upload(sample.mp3(), 'song.mp3'),
      await upload(sample.opus(), 'voice.ogg'),
      await upload(sample.pdf(), 'sheet.pdf'),
    ]
    const pictures = [
      await upload(await sample.png(20, 10), 'one.png'),
      await upload(await sample.png(10, 20), 'two.png'),
    ]
    const moving = await upload(await sample.gif(), 'moving.gif')
    return [
      { type: 'image', media: owl.id, alt: '', caption: 'An owl' },
      { type: 'image', media: moving.id, alt: '', caption: '' },
      {
        type: 'album',
        layout: 'collage',
        items: pictures.map(({ id }) => ({ media: id, alt: '' })),
        caption: 'Two',
      },
      { type: 'video', media: film.id, caption: 'A film' },
      { type: 'audio', media: song.id, caption: '' },
      { type: 'voice', media: voice.id, caption: '' },
      { type: 'file', media: sheet.id, caption: 'A sheet' },
    ]
  }
  const refs = (calls: { parameters: object }[]) =>
    calls.flatMap(({ parameters }) => JSON.stringify(parameters).match(/attach:\/\/\w+/g) ?? [])

  it('should all reach the chat, and be uploaded for the first learner alone', async () => {
    const { bot } = await teach(await everything(), {}, 'classic')
    const methods = [
      'sendPhoto',
      'sendAnimation',
      'sendMediaGroup',
      'sendVideo',
      'sendAudio',
      'sendVoice',
      'sendDocument',
    ]
    const uploads = await learn(bot)
    expect(uploads.map(({ method }) => method).filter((method) => method !== 'sendMessage')).toEqual(methods)
    expect(uploads.filter(({ answer }) => !answer?.ok)).toEqual([])
    expect(refs(uploads)).toHaveLength(8)

    const again = await learn(bot)
    expect(again.map(({ method }) => method)).toEqual(uploads.map(({ method }) => method))
    expect(again.filter(({ answer }) => !answer?.ok)).toEqual([])
    expect(refs(again)).toEqual([])
  })

  it('should reach the chat within rich messages, and be uploaded once there too', async () => {
    const { bot } = await teach(await everything())
    const first = await learn(bot)
    expect(first.map(({ method }) => method)).toContain('sendRichMessage')
    expect(first.filter(({ answer }) => !answer?.ok)).toEqual([])
    expect(refs(first)).toHaveLength(8)
    const second = await learn(bot)
    expect(second.filter(({ answer }) => !answer?.ok)).toEqual([])
    expect(refs(second)).toEqual([])
  })

  it('should be known by their content to every process, and never be given to another bot', async () => {
    const blocks = await everything()
    const { bot } = await teach(blocks.slice(0, 1), {}, 'classic')
    await learn(bot)
    await stack.runner.stop()
    await stack.runner.start()
    expect(refs(await learn(bot))).toEqual([])
    const other = await teach(blocks.slice(0, 1), {}, 'classic')
    expect(refs(await learn(other.bot))).toHaveLength(1)
  })

  it('should be uploaded anew when Telegram no longer takes the file_id', async () => {
    const { bot } = await teach((await everything()).slice(0, 1), {}, 'classic')
    await learn(bot)
    const description = 'Bad Request: wrong file identifier/HTTP URL specified'
    await stack.emulator.addFault({ bot, method: 'sendPhoto', error_code: 400, description, times: 1 })
    const calls = await learn(bot)
    expect(calls.map(({ method, answer }) => [method, answer?.ok])).toContainEqual(['sendPhoto', false])
    expect(refs(calls)).toHaveLength(1)
  })

  it('should be sent in the classic way when Telegram refuses rich messages, and that be remembered', async () => {
    const { bot, course } = await teach((await everything()).slice(0, 1))
    const description = 'Bad Request: rich messages are not supported'
    await stack.emulator.addFault({ bot, method: 'sendRichMessage', error_code: 400, description, times: 1 })
    const methods = async () => (await learn(bot)).map(({ method }) => method)
    expect(await methods()).toEqual(expect.arrayContaining(['sendRichMessage', 'sendPhoto']))
    expect(await methods()).not.toContain('sendRichMessage')
    const panel = await waitFor('the refusal to be kept', async () => {
      const state = (await readBot(stack, author, course.id)) as { richRefusedAt?: string | null }
      return state.richRefusedAt !== null && state
    })
    expect(Date.parse(panel.richRefusedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
    await stack.runner.stop()
    await stack.runner.start()
    expect(await methods()).not.toContain('sendRichMessage')

    const path = `/courses/${course.id}/bot`
    const wish = { token: author.token, body: { rendering: 'rich' } }
    const { body } = await callWeb(stack, 'PATCH', path, wish)
    expect(body).toMatchObject({ rendering: 'rich', richRefusedAt: null })
    await waitFor('the runner to hear of it', async () => (await methods()).includes('sendRichMessage'))
  })

  it('should stay in the chat when the course says so', async () => {
    const { bot } = await teach((await everything()).slice(0, 1), { isProtected: true }, 'classic')
    const calls = await learn(bot)
    expect(calls.map(({ parameters }) => parameters.protect_content)).not.toContain(undefined)
  })

  it('should be given as a link that ends when they are too large for Telegram', async () => {
    const large = await upload(Buffer.alloc(51 * 1024 * 1024, 7), 'large.bin')
    const { bot } = await teach([{ type: 'file', media: large.id, caption: '' }], {}, 'classic')
    const calls = await learn(bot)
    const link = /http[^"\\]+\/media\/[^"\\]+/.exec(JSON.stringify(calls))?.[0] ?? ''
    const response = await fetch(link, { headers: { range: 'bytes=10-19' } })
    expect(response.status).toBe(206)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-range': `bytes 10-19/${large.filesize}`,
      'content-disposition': expect.stringMatching(/^attachment; filename="large\.bin"/),
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.alloc(10, 7))
    expect((await fetch(link, { method: 'HEAD' })).headers.get('content-length')).toBe(String(large.filesize))
    expect((await fetch(link, { headers: { range: 'bytes=99999999-' } })).status).toBe(416)

    const other = new URL(link)
    other.pathname = `/media/${(await upload(sample.pdf(), 'other.pdf')).id}`
    const longer = new URL(link)
    longer.searchParams.set('expires', String(Number(longer.searchParams.get('expires')) + 86_400))
    for (const forged of [other, longer, new URL(link.replace(/signature=.*/, 'signature=')), '/media/x'])
      expect((await fetch(new URL(forged, stack.webUrl))).status).toBe(404)

    vi.useFakeTimers({ now: Date.now() - 90 * 86_400_000, toFake: ['Date'] })
    const old = new URL(createMediaLink(large))
    vi.useRealTimers()
    const expired = await fetch(new URL(old.pathname + old.search, stack.webUrl), {
      headers: { 'accept-language': 'ru' },
    })
    expect([expired.status, await expired.text()]).toEqual([410, expect.stringMatching(/^Ссылка/)])
  })

  it('should leave no token and no secret in the logs', () => {
    const logs = stack.web.output() + stack.runner.output()
    expect(logs).toContain('/api/media')
    for (const secret of [...tokens, process.env.RUNNER_SECRET ?? '', 'signature='])
      expect(logs).not.toContain(secret)
  })
})
