import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { startedChat } from '../../../testing/startedChat.ts'

/** Each text with the parts of it that are marked. */
const FOUND: Record<string, [text: string, ...marked: string[]][]> = {
  mention: [
    ['@someone, (@other_1)', '@someone', '@other_1'],
    ['@abc @gif @PIC', '@gif', '@PIC'],
    ['a@someone @someoneЖ @someone_', '@someone_'],
    [`@${'a'.repeat(32)} @${'b'.repeat(33)}`, `@${'a'.repeat(32)}`],
  ],
  bot_command: [
    ['/start, not a/b, //c or </d>', '/start'],
    ['/help@some_bot /help@ab', '/help@some_bot'],
    [`/${'a'.repeat(64)} /${'b'.repeat(65)}`, `/${'a'.repeat(64)}`],
  ],
  hashtag: [
    ['#tag #тег #1 #a1 #_x a#b', '#tag', '#тег', '#a1', '#_x'],
    ['#one#two #three@some_bot', '#three@some_bot'],
    [`#${'a'.repeat(300)}`, `#${'a'.repeat(256)}`],
  ],
  cashtag: [['$USD $1INCH $usd $ABCDEFGHI $$EUR US$D', '$USD', '$1INCH']],
  url: [
    ['see example.org, Example.ORG or example.nosuchtld', 'example.org', 'Example.ORG'],
    ['end.Of a sentence. and v1.2', ''],
    [
      'https://example.nosuchtld/a_(b) (http://example.org/a).',
      'https://example.nosuchtld/a_(b)',
      'http://example.org/a',
    ],
    ['example.org:8080/a?b#c! example.org:99999', 'example.org:8080/a?b#c', 'example.org'],
    ['127.0.0.1/x 256.1.1.1 1.2.3.4.5', '127.0.0.1/x'],
    [
      'ftp://example.org tg://resolve?domain=a sftp://example.org',
      'ftp://example.org',
      'tg://resolve?domain=a',
    ],
    ['кто.рф a_b.example.org a_b.org a-.org', 'кто.рф', 'a_b.example.org'],
    ['«https://example.org/a»', 'https://example.org/a'],
  ],
  email: [
    ['a.b@example.org, c+d@example.org', 'a.b@example.org', 'c+d@example.org'],
    ['@a@example.org a@b', ''],
  ],
  phone_number: [['call +1 202 555 0123, not 2025550123 or +12', '+1 202 555 0123']],
}

it.each(Object.entries(FOUND))('should mark every %s of a text', async (type, texts) => {
  const { sendText } = await startedChat()
  for (const [given, ...marked] of texts) {
    const { text = '', entities = [] } = await sendText(given)
    const found = entities
      .filter((entity) => entity.type === type)
      .map(({ offset, length }) => text.slice(offset, offset + length))
    expect([given, ...found]).toEqual([given, ...marked.filter((mark) => mark !== '')])
  }
})

it('should mark nothing in code and in links, and cut styles around what is found', async () => {
  const { sendText } = await startedChat()
  const marks = async (text: string) =>
    ((await sendText(text, { parse_mode: 'HTML' })).entities ?? []).map(
      ({ type, offset, length }) => `${type} ${offset} ${length}`,
    )
  expect(await marks('<code>/a @someone</code> <a href="example.org">#b</a> <pre>c.org</pre>')).toEqual([
    'code 0 11',
    'text_link 12 2',
    'pre 15 5',
  ])
  expect(await marks('<b>to example.org now</b>')).toEqual(['bold 0 3', 'url 3 11', 'bold 3 11', 'bold 14 4'])
})

it('should mark what a person writes', async () => {
  const { client, bot, person } = await startedChat()
  await client.send(bot.username, person, 'example.org /help')
  const [message] = (await client.messages(bot.username, person)).slice(-1)
  expect(message?.entities).toEqual([
    { type: 'url', offset: 0, length: 11 },
    { type: 'bot_command', offset: 12, length: 5 },
  ])
})

it('should keep the first hundred entities', async () => {
  const { sendText } = await startedChat()
  const { entities } = await sendText('<b>a</b> '.repeat(101), { parse_mode: 'HTML' })
  expect(entities).toHaveLength(100)
})

it('should clean a text of what Telegram does not keep', async () => {
  const { sendText, error } = await startedChat()
  const clean = async (text: string) => (await sendText(text)).text
  expect(await clean('a\r\nb\tc\u0001d')).toBe('a\nb c d')
  expect(await clean('a\u202eb\u2028c\u0333d')).toBe('abcd')
  expect(await clean('a\u200e\u200f\u200eb')).toBe('a\u200c\u200c\u200eb')
  expect(await clean(' \n\u00a0a\u00a0\n ')).toBe('\u00a0a\u00a0')
  for (const text of [' \n', '\u200b\u00a0', '\u2800\ufeff', '\u{e0041}'])
    expect(await error('sendMessage', { text })).toBe('400 Bad Request: text must be non-empty')
  expect(await error('sendMessage', { text: 'a\ud800' })).toBe(
    '400 Bad Request: text must be encoded in UTF-8',
  )
})

it('should move entities with what is cleaned and trimmed', async () => {
  const { sendText } = await startedChat()
  const { text, entities } = await sendText('  a\r\nbc  ', {
    entities: [
      { type: 'bold', offset: 2, length: 7 },
      { type: 'italic', offset: 3, length: 1 },
    ],
  })
  expect([text, entities]).toEqual(['a\nbc', [{ type: 'bold', offset: 0, length: 4 }]])
  const spaced = await sendText('  <b> a</b>', { parse_mode: 'HTML' })
  expect(spaced).toMatchObject({ text: ' a', entities: [{ type: 'bold', offset: 0, length: 2 }] })
})

it('should answer what a link preview shows', async () => {
  const { sendText, error, ok } = await startedChat()
  const shown = async (text: string, link_preview_options: object) =>
    (await sendText(text, { link_preview_options })).link_preview_options
  const url = 'https://example.org/'
  expect(await shown('a', { is_disabled: true })).toBeUndefined()
  expect(await shown(url, { is_disabled: true, url, prefer_small_media: true })).toEqual({
    is_disabled: true,
  })
  expect(await shown('a', { prefer_large_media: true, show_above_text: true })).toEqual({
    show_above_text: true,
  })
  expect(await shown('a', { url, prefer_large_media: true })).toEqual({ url, prefer_large_media: true })
  expect(await shown(' ', { url })).toEqual({ url })
  const legacy = await sendText(url, { disable_web_page_preview: true })
  expect(legacy.link_preview_options).toEqual({ is_disabled: true })
  const edited = await ok<ChatMessage>('editMessageText', { message_id: legacy.message_id, text: url })
  expect(edited.link_preview_options).toBeUndefined()
  for (const [link_preview_options, description] of [
    [[], 'object expected as link preview options'],
    ['{', "can't parse link preview options JSON object"],
    [{ url: 1 }, 'field "url" must be of type String'],
    [{ is_disabled: 'yes' }, 'field "is_disabled" must be of type Boolean'],
  ] as const)
    expect(await error('sendMessage', { text: 'a', link_preview_options })).toBe(
      `400 Bad Request: ${description}`,
    )
})
