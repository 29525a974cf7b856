import { createHmac } from 'node:crypto'

import type { Update } from '@grammyjs/types'
import { describe, expect, it } from 'vitest'

import { startedChat } from '../../../testing/startedChat.ts'

const URL = 'https://app.example/'
const article = (text: object) => ({ type: 'article', id: '1', title: 'x', input_message_content: text })

async function openApp() {
  const chat = await startedChat()
  const { client, bot, person } = chat
  const { init_data } = await client.initData({ bot: bot.username, person, url: URL })
  const web_app_query_id = new URLSearchParams(init_data).get('query_id') ?? ''
  const [start] = await bot.ok<Update[]>('getUpdates')
  const updates = () => bot.ok<Update[]>('getUpdates', { offset: (start?.update_id ?? 0) + 1 })
  return { ...chat, at: [bot.username, person] as const, web_app_query_id, updates }
}

describe('answerWebAppQuery', () => {
  it('should send the result from the person through the bot, once', async () => {
    const { bot, person, messages, web_app_query_id, updates } = await openApp()
    const result = article({ message_text: '<b>won</b> 3:1', parse_mode: 'HTML' })
    expect(await bot.ok('answerWebAppQuery', { web_app_query_id, result })).toEqual({})
    const shown = {
      from: { id: person },
      via_bot: { username: bot.username },
      text: 'won 3:1',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
    }
    expect((await messages()).at(-1)).toMatchObject(shown)
    expect(await updates()).toMatchObject([{ message: shown }])
    expect(await bot.error('answerWebAppQuery', { web_app_query_id, result })).toBe(
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  })

  it('should send places, contacts and rich messages', async () => {
    const { client, bot, person, messages } = await openApp()
    const send = async (result: object) => {
      const { init_data } = await client.initData({ bot: bot.username, person, url: URL })
      const web_app_query_id = new URLSearchParams(init_data).get('query_id')
      await bot.ok('answerWebAppQuery', { web_app_query_id, result: JSON.stringify(result) })
      return (await messages()).at(-1)
    }
    const place = { latitude: 1, longitude: 2 }
    expect(await send(article(place))).toMatchObject({ location: place })
    expect(await send({ type: 'location', id: '1', title: 'x', ...place })).toMatchObject({ location: place })
    expect(await send(article({ ...place, title: 'Inn', address: 'Way 1' }))).toMatchObject({
      venue: { title: 'Inn', location: place },
    })
    const contact = { phone_number: '99966', first_name: 'Bo' }
    expect(await send({ type: 'contact', id: '1', ...contact })).toMatchObject({ contact })
    expect(await send(article(contact))).toMatchObject({ contact })
    expect(await send(article({ rich_message: { html: '<p>rich</p>' } }))).toHaveProperty('rich_message')
    expect(await send({ type: 'article', id: '1', title: 'x', message_text: 'former' })).toMatchObject({
      text: 'former',
    })
  })

  it('should be refused for what is missing, too late or not emulated', async () => {
    const { client, bot, createBot, at, web_app_query_id } = await openApp()
    const error = (result: unknown) => bot.error('answerWebAppQuery', { web_app_query_id, result })
    expect(await error('')).toBe("400 Bad Request: result isn't specified")
    expect(await error('{')).toBe("400 Bad Request: can't parse JSON encoded web view query results")
    expect(await error('[]')).toBe('400 Bad Request: inline query result must be an object')
    expect(await error({ id: '1' })).toBe('400 Bad Request: can\'t find field "type"')
    expect(await error({ type: 'article' })).toBe('400 Bad Request: can\'t find field "id"')
    expect(await error({ type: 'article', id: '1' })).toBe('400 Bad Request: can\'t find field "title"')
    expect(await error(article({}))).toBe('400 Bad Request: input message content is not specified')
    expect(await error({ type: 'photo', id: '1', photo_file_id: 'x' })).toMatch(/^501/)
    expect(await error({ ...article({ message_text: 'x' }), reply_markup: {} })).toMatch(/^501/)
    const other = await createBot()
    const result = article({ message_text: 'x' })
    expect(await other.error('answerWebAppQuery', { web_app_query_id, result })).toMatch(
      /query ID is invalid/,
    )
    await client.block(...at)
    expect(await error(result)).toBe('400 Bad Request: USER_IS_BLOCKED')
    await client.unblock(...at)
    await client.advanceClock(25 * 3_600_000)
    expect(await error(result)).toMatch(/query ID is invalid/)
  })
})

describe('data of a Mini App', () => {
  it('should come from the app that a button of the keyboard opened', async () => {
    const { client, at, ok, updates } = await openApp()
    const reply_markup = { keyboard: [[{ text: 'Play', web_app: { url: URL } }, 'Text']] }
    await expect(client.sendWebAppData(...at, 'Play', 'x')).rejects.toThrow('404: button_text')
    await ok('sendMessage', { text: 'x', reply_markup })
    const web_app_data = { data: 'я'.repeat(2048), button_text: 'Play' }
    expect(await client.sendWebAppData(...at, 'Play', web_app_data.data)).toMatchObject({ web_app_data })
    expect(await updates()).toMatchObject([{ message: { web_app_data } }])
    await expect(client.sendWebAppData(...at, 'Text', 'x')).rejects.toThrow('404: button_text')
    await expect(client.sendWebAppData(...at, 'Play', `${web_app_data.data}x`)).rejects.toThrow(
      '400: data: at most 4096 bytes, not 4097',
    )
  })
})

describe('a phone number shared with a Mini App', () => {
  it('should reach the bot as a contact and the app signed for the bot', async () => {
    const { client, at, bot, person, updates } = await openApp()
    const { contact, message } = await client.sharePhone(...at)
    const told = new URLSearchParams(contact)
    expect(JSON.parse(told.get('contact') ?? '')).toMatchObject({ user_id: person, first_name: 'Ann' })
    const secret = createHmac('sha256', 'WebAppData').update(bot.token).digest()
    const checked = `auth_date=${told.get('auth_date')}\ncontact=${told.get('contact')}`
    expect(told.get('hash')).toBe(createHmac('sha256', secret).update(checked).digest('hex'))
    expect(message.contact).toMatchObject({ user_id: person })
    expect(await updates()).toMatchObject([{ message: { contact: { user_id: person } } }])
    await client.block(...at)
    await expect(client.sharePhone(...at)).rejects.toThrow('409')
  })
})

describe('a prepared message', () => {
  it('should be sent by the person for whom it was prepared, through its bot', async () => {
    const { client, at, bot, person, createBot } = await openApp()
    const result = article({ message_text: 'look' })
    const parameters = { user_id: person, result, allow_bot_chats: true }
    const { id, expiration_date } = await bot.ok<{ id: string; expiration_date: number }>(
      'savePreparedInlineMessage',
      parameters,
    )
    expect(expiration_date * 1000).toBeGreaterThan(Date.now())
    const other = await createBot()
    const sent = await client.sharePrepared(other.username, person, id)
    expect(sent).toMatchObject({ text: 'look', via_bot: { username: bot.username } })
    expect(await other.ok('getUpdates')).toMatchObject([{ message: { text: 'look' } }])
    const bo = await client.createPerson({ first_name: 'Bo' })
    await expect(client.sharePrepared(bot.username, bo.id, id)).rejects.toThrow('404: id')
    const { id: forPeople } = await bot.ok<{ id: string }>('savePreparedInlineMessage', {
      ...parameters,
      allow_bot_chats: false,
    })
    await expect(client.sharePrepared(...at, forPeople)).rejects.toThrow('409: id')
    expect(await bot.error('savePreparedInlineMessage', { ...parameters, user_id: 5 })).toBe(
      '400 Bad Request: user not found',
    )
    await client.advanceClock(25 * 3_600_000)
    await expect(client.sharePrepared(...at, id)).rejects.toThrow('404: id')
  })
})
