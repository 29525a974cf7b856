import { Bot, InputFile, InputMediaBuilder } from 'grammy'
import { expect, it } from 'vitest'

import { picture, sample } from '../testing/mediaChat.ts'
import { testEmulator } from '../testing/testEmulator.ts'
import { wayNames, ways } from './serveBot.ts'

/** The bot of grammY's guide to files: it gets them, gives them back, and sends some of its own. */
function filesBot(token: string, apiRoot: string, image: Uint8Array): Bot {
  const bot = new Bot(token, { client: { apiRoot } })
  bot.on('message:document', async (ctx) => {
    const { file_path } = await ctx.getFile()
    const response = await fetch(`${apiRoot}/file/bot${token}/${file_path}`)
    const text = Buffer.from(await response.arrayBuffer())
      .toString()
      .toUpperCase()
    await ctx.replyWithDocument(new InputFile(Buffer.from(text), 'upper.txt'), { caption: 'Here it is' })
  })
  bot.on(['message:voice', 'message:photo'], async (ctx) => {
    const { file_id } = await ctx.getFile()
    if (ctx.msg.voice) return ctx.replyWithVoice(file_id)
    return ctx.replyWithPhoto(file_id)
  })
  bot.command('album', (ctx) =>
    ctx.replyWithMediaGroup([
      InputMediaBuilder.photo(new InputFile(image, 'a.png'), { caption: 'First' }),
      InputMediaBuilder.photo(new InputFile(image, 'b.png')),
    ]),
  )
  bot.command('video', async (ctx) => {
    const { message_id } = await ctx.replyWithPhoto(new InputFile(image))
    const video = InputMediaBuilder.video(new InputFile(sample.film, 'a.mp4'))
    await ctx.api.editMessageMedia(ctx.chat.id, message_id, video)
  })
  return bot
}

it.each(wayNames)('should serve a bot with files by %s', async (way) => {
  const { url, client, createBot } = await testEmulator()
  const { token, username } = await createBot()
  await ways[way](filesBot(token, url, await picture(20, 20)))
  const { id } = await client.createPerson({ first_name: 'Ann' })
  const shows = (fits: Parameters<typeof client.waitForMessage>[2]) =>
    client.waitForMessage(username, id, (message) => message.from.is_bot && fits(message))
  const file = (bytes: Uint8Array, file_name: string) => ({
    file_name,
    base64: Buffer.from(bytes).toString('base64'),
  })
  await client.start(username, id)
  await client.send(username, id, { document: file(Buffer.from('hello'), 'a.txt') })
  const upper = await shows(({ caption }) => caption === 'Here it is')
  expect(Buffer.from(await client.file(upper.document?.file_unique_id ?? '')).toString()).toBe('HELLO')
  const { voice } = await client.send(username, id, { voice: file(sample.voice, 'v.ogg') })
  expect((await shows((message) => message.voice !== undefined)).voice).toEqual(voice)
  const { photo } = await client.send(username, id, { photo: file(await picture(120, 90), 'p.png') })
  expect((await shows((message) => message.photo !== undefined)).photo).toEqual(photo)
  await client.send(username, id, '/album')
  const { media_group_id } = await shows(({ caption }) => caption === 'First')
  expect(media_group_id).toBeDefined()
  await client.send(username, id, '/video')
  expect(await shows(({ video }) => video !== undefined)).toMatchObject({ video: { file_name: 'a.mp4' } })
})
