import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import { buildCourse } from '../factories/buildCourse.ts'
import { question, quizStep } from '../factories/quizStep.ts'
import { linkBot } from '../factories/linkBot.ts'
import { getTestPayload } from '../helpers/getTestPayload.ts'
import { learnInChat } from '../helpers/learnInChat.ts'
import { postUpdates } from '../helpers/postUpdates.ts'
import { requireSound } from '../helpers/requireSound.ts'
import { startStack, type Stack } from '../helpers/startStack.ts'

const bot = 'hostile_bot'
const group = { id: -1_001_234, type: 'supergroup', title: 'A group' }
const from = { id: 77_001, is_bot: false, first_name: 'Ann', language_code: 'en' }
const inGroup = (content: object) => ({ message_id: 5, date: 1_700_000_000, from, chat: group, ...content })

describe('whatever Telegram may bring a course bot', () => {
  let stack: Stack
  let payload: Payload
  let courseId: string
  let telegram: Awaited<ReturnType<typeof postUpdates>>
  beforeAll(async () => {
    payload = await getTestPayload()
    stack = await startStack({ LOG_LEVEL: 'info' })
    const steps = [
      { title: 'One' },
      quizStep('Two', [question('The capital of Korea?', ['Tokyo', '*Seoul'])]),
      { title: 'Three' },
    ]
    const { author, course } = await buildCourse(payload, { steps, isPublished: true })
    courseId = course.id
    await linkBot(stack, { author, courseId, username: bot })
    telegram = await postUpdates(payload, stack, courseId)
  })
  afterAll(() => stack?.stop())

  const enter = async () => {
    const chat = await learnInChat(stack, bot)
    await chat.start('A course for tests')
    await chat.tap(/Start/, 'The text of One.')
    return { chat, person: { id: chat.personId } }
  }
  const callsAfter = async (act: () => Promise<void>) => {
    const before = (await stack.emulator.calls({ bot })).at(-1)?.id ?? 0
    await act()
    return stack.emulator.calls({ bot, after: before })
  }
  /** Where somebody is, and what they have done. */
  const placeOf = async ({ id }: { id: number }) => {
    const { rows } = await payload.db.pool.query<{ state: LearnerState }>(
      'SELECT e.state FROM enrollments e JOIN users u ON u.id = e.user_id WHERE u.telegram_id = $1',
      [id],
    )
    const { lastActionAt: _, steps, ...place } = rows[0]!.state
    const done = Object.entries(steps).map(([step, { completedAt }]) => [step, completedAt])
    return { ...place, done }
  }
  const goesOn = async (chat: Awaited<ReturnType<typeof learnInChat>>) => {
    await stack.emulator.send(bot, chat.personId, '/resume')
    await chat.waitFor('The text of One.')
    await requireSound(payload, stack, courseId)
  }

  it('should leave alone what happens outside of chats with people', async () => {
    const channel = { id: -1_009_999, type: 'channel', title: 'A channel' }
    const post = { message_id: 9, date: 1_700_000_000, chat: channel, text: '/start' }
    const calls = await callsAfter(async () => {
      for (const update of [
        { channel_post: post },
        { edited_channel_post: post },
        { inline_query: { id: '1', from, query: 'answers', offset: '' } },
        { chosen_inline_result: { result_id: '1', from, query: '' } },
        { business_connection: { id: 'b', user: from, user_chat_id: from.id, date: 0, is_enabled: true } },
        { business_message: inGroup({ chat: { id: from.id, type: 'private' }, text: '/start' }) },
        { edited_business_message: inGroup({ chat: { id: from.id, type: 'private' }, text: 'x' }) },
        { deleted_business_messages: { business_connection_id: 'b', chat: group, message_ids: [1] } },
        { message_reaction: { chat: group, message_id: 1, user: from, date: 0, old_reaction: [], new_reaction: [] } },
        { poll: { id: '1', question: '?', options: [], is_closed: true } },
        { poll_answer: { poll_id: '1', voter_chat: group, option_ids: [0] } },
        { shipping_query: { id: '1', from, invoice_payload: 'x', shipping_address: {} } },
        { pre_checkout_query: { id: '1', from, currency: 'XTR', total_amount: 1, invoice_payload: 'x' } },
        { my_chat_member: { chat: group, from, date: 0, new_chat_member: { status: 'kicked' } } },
        { chat_member: { chat: group, from, date: 0, new_chat_member: { status: 'member' } } },
        { chat_join_request: { chat: group, from, date: 0, user_chat_id: from.id } },
        { chat_boost: { chat: group, boost: {} } },
        { of_the_future: { from, chat: group } },
        {},
      ])
        expect(await telegram.post(update), JSON.stringify(update)).toBe(200)
    })
    expect(calls).toEqual([])
    const { rows } = await payload.db.pool.query('SELECT FROM users WHERE telegram_id = $1', [from.id])
    expect(rows).toEqual([])
    await requireSound(payload, stack, courseId)
  }) // prettier-ignore

  it('should refuse groups politely and once, whatever is said there', async () => {
    const calls = await callsAfter(async () => {
      for (const content of [{ text: '/start' }, { text: '/contents@hostile_bot' }, { sticker: {} }])
        expect(await telegram.post({ message: inGroup(content) })).toBe(200)
      const query = { id: '1', from, chat_instance: '1', data: '1:n:1', message: inGroup({ text: 'x' }) }
      expect(await telegram.post({ callback_query: query })).toBe(200)
      expect(await telegram.post({ edited_message: inGroup({ text: 'x' }) })).toBe(200)
    })
    expect(calls).toMatchObject([{ method: 'sendMessage', parameters: { chat_id: group.id } }])
    expect(String(calls[0]?.parameters.text)).toContain('private chats only')
    await requireSound(payload, stack, courseId)
  })

  it('should let Telegram’s own reports on a chat pass in silence', async () => {
    const { chat, person } = await enter()
    const before = await placeOf(person)
    const calls = await callsAfter(async () => {
      for (const content of [
        { pinned_message: { message_id: 1, date: 0, chat: { id: person.id, type: 'private' } } },
        { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
        { write_access_allowed: {} },
        { users_shared: { request_id: 1, users: [] } },
        { web_app_data: { data: '1:n:1', button_text: 'x' } },
        { successful_payment: { currency: 'XTR', total_amount: 1, invoice_payload: 'x' } },
        { connected_website: 'example.com' },
        { proximity_alert_triggered: {} },
        { chat_background_set: {} },
        { new_chat_title: 'x' },
        {},
      ])
        expect(await telegram.message(person, content), JSON.stringify(content)).toBe(200)
      // What is changed afterwards was said already.
      const edited = { message_id: 3, date: 0, from: { ...from, ...person }, chat: { id: person.id, type: 'private' } }
      expect(await telegram.post({ edited_message: { ...edited, text: '/restart' } })).toBe(200)
    })
    expect(calls).toEqual([])
    expect(await placeOf(person)).toEqual(before)
    await goesOn(chat)
  }) // prettier-ignore

  it('should answer kindly what no step asked for', async () => {
    const { chat, person } = await enter()
    const before = await placeOf(person)
    const file = { file_id: 'f', file_unique_id: 'u' }
    const contents = [
      { sticker: { ...file, type: 'regular', width: 1, height: 1 } },
      { dice: { emoji: '🎲', value: 6 } },
      { location: { latitude: 91, longitude: 181 } },
      { contact: { phone_number: '+', first_name: '' } },
      { poll: { id: '1', question: '?', options: [], type: 'quiz' } },
      { game: { title: 'g', description: '', photo: [] } },
      { text: 'forwarded', forward_origin: { type: 'hidden_user', sender_user_name: 'x', date: 0 } },
      { text: 'by a bot', via_bot: { id: 1, is_bot: true, first_name: 'x' } },
      { text: 'a reply', reply_to_message: { message_id: 1, date: 0, chat: { id: 1, type: 'private' } } },
      { photo: [{ ...file, width: 1, height: 1 }], caption: 'x'.repeat(1024), media_group_id: '1' },
      { document: { ...file, file_name: `${'٠'.repeat(300)}\0.exe`, mime_type: 'x'.repeat(200) } },
      { voice: { ...file, duration: 10 ** 9, file_size: 10 ** 15 } },
      { video_note: { ...file, duration: 0, length: 1 } },
      { text: 'x'.repeat(4096) },
      { text: '\u202e\u200b\u200f\u2066 \ufeff\u0000' },
      { text: '\ud83d' },
      { text: `${'😀'.repeat(2047)}xx😀` },
    ]
    const calls = await callsAfter(async () => {
      for (const content of contents)
        expect(await telegram.message(person, content), JSON.stringify(content)).toBe(200)
    })
    const said = calls.filter(({ method }) => method.startsWith('send'))
    expect(said.map(({ parameters }) => parameters.chat_id)).toEqual(contents.map(() => person.id))
    expect(await placeOf(person)).toEqual(before)
    await goesOn(chat)
  })

  it('should take nothing from a button that it has not made, and move nobody by one', async () => {
    const { chat, person } = await enter()
    const before = await placeOf(person)
    const other = '1:o:3:AAAAAAAAAAAAAAAAAAAAAA'
    const datas = [
      ...['', ' ', '0', '1', '1:', '1::', '1:n', '1:n:', '1:n:-1', '1:n:0000', '1:n:9007199254740993', '1:n:zzzzzzzzzzz'],
      ...['1:n:1:', '1:n:1:1', '2:n:3', '1:N:3', '1:q:3 ', '1:o:3', '1:o:3:not-a-uuid', other, '1:a:3:zz', '1:a:3:100'],
      ...['constructor', '__proto__', '1:constructor:1', '{"action":"next"}', '<b>', '\u0000', '\u202e1:n:3', '😀'.repeat(16)],
      ...["1'; DROP TABLE enrollments; --", '../../etc/passwd', 'next:2', 'x'.repeat(64), `1:o:${'z'.repeat(59)}`, '\ud800'],
    ] // prettier-ignore
    for (const data of datas) expect(await telegram.tap(person, { data }), JSON.stringify(data)).toBe(200)
    for (const query of [{ game_short_name: 'g' }, { data: '1:n:1', message: undefined, inline_message_id: 'i' }])
      expect(await telegram.tap(person, query)).toBe(200)
    expect(await placeOf(person)).toEqual(before)
    await goesOn(chat)
  }) // prettier-ignore

  it('should take people as they call themselves', async () => {
    for (const [index, name] of [
      '\u202e\u202dnnA\u200b\u200b',
      '\ud83d',
      '\u0000',
      '',
      '👩‍👩‍👧‍👦'.repeat(60),
      '<script>alert(1)</script>&amp;',
      '{title} {0} #{x} %s',
    ].entries()) {
      const person = await stack.emulator.createPerson({ first_name: 'x', language_code: 'en' })
      await stack.emulator.start(bot, person.id, 'one')
      await stack.emulator.waitForMessage(bot, person.id, (message) => message.from.is_bot)
      const named = { id: person.id, first_name: name }
      expect(await telegram.message(named, { text: `/start ${'a-b_'.repeat(40)}` }), `name ${index}`).toBe(
        200,
      )
      expect(await telegram.message(named, { text: '/progress@hostile_bot extra' })).toBe(200)
      expect(await telegram.message({ ...named, id: person.id }, { text: '/ \u202e' })).toBe(200)
    }
    await requireSound(payload, stack, courseId)
  })

  it('should refuse bodies that are no updates, and take none without the secret', async () => {
    for (const body of ['', '{', 'null', '[]', '"x"', '{}', '{"update_id":"1"}', '{"update_id":-1}', '{"update_id":1.5}'])
      expect(await telegram.postBody(body), body).toBe(400)
    expect(await telegram.postBody(JSON.stringify({ update_id: 1, x: 'x'.repeat(1_100_000) }))).toBe(413)
    const url = `${stack.runnerUrl}/tg/${'x'.repeat(16)}`
    expect((await fetch(url, { method: 'POST', body: '{"update_id":1}' })).status).toBe(404)
    await requireSound(payload, stack, courseId)
  }) // prettier-ignore

  it('should take a whole chat again that it has had, and change nothing', async () => {
    const { person } = await enter()
    const { version } = await placeOf(person)
    const tapped = (letter: string, at: number) => ({ data: `1:${letter}:${(version + at).toString(36)}` })
    const acts = [
      ...['/start', '/contents', 'hello'].map((text) => () => telegram.message(person, { text })),
      ...[tapped('b', 1), tapped('n', 2), tapped('q', 3), tapped('c', 3)].map(
        (query) => () => telegram.tap(person, query),
      ),
    ]
    const posted = await telegram.record(async () => {
      for (const act of acts) expect(await act()).toBe(200)
    })
    const before = await placeOf(person)
    expect(before).toMatchObject({ view: 'question', version: version + 4 })
    const countFacts = async () => (await payload.db.pool.query('SELECT count(*) FROM facts')).rows
    const facts = await countFacts()
    const calls = await callsAfter(async () => {
      for (const body of posted) expect(await telegram.postBody(body)).toBe(200)
      const statuses = await Promise.all(posted.toReversed().map((body) => telegram.postBody(body)))
      expect(statuses).toEqual(posted.map(() => 200))
    })
    expect(await placeOf(person)).toEqual(before)
    expect(await countFacts()).toEqual(facts)
    expect(calls.filter(({ method }) => method !== 'answerCallbackQuery')).toEqual([])
    await requireSound(payload, stack, courseId)
  })
})
