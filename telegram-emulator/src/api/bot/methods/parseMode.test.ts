import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { testEmulator } from '../../../testing/testEmulator.ts'

async function parser(parse_mode: string) {
  const emulator = await testEmulator()
  const bot = await emulator.createBot()
  const chat_id = await emulator.startedBy(bot)
  const send = async (text: string) => {
    const message = await bot.ok<ChatMessage>('sendMessage', { chat_id, parse_mode, text })
    const marks = (message.entities ?? []).map(({ type, offset, length, ...rest }) => [
      `${type} ${offset} ${length}`,
      ...Object.values(rest as object).map((value) => JSON.stringify(value)),
    ])
    return [message.text, ...marks.map((mark) => mark.join(' '))]
  }
  const error = async (text: string) =>
    (await bot.error('sendMessage', { chat_id, parse_mode, text })).replace(
      "400 Bad Request: can't parse entities: ",
      '',
    )
  return { bot, chat_id, send, error }
}

it('should read HTML', async () => {
  const { send, chat_id } = await parser('HTML')
  expect(await send('🙂 <b>a<i class=x>b</i></b> &lt;c&#62; &amp &nbsp;')).toEqual([
    '🙂 ab <c> & &nbsp;',
    'bold 3 1',
    'bold 4 1',
    'italic 4 1',
  ])
  expect(await send('<A href="https://example.org/?a=1&amp;b">a</a>')).toEqual([
    'a',
    'text_link 0 1 "https://example.org/?a=1&b"',
  ])
  expect(await send(`<a href="tg://user?id=${chat_id}">a</a><a href="tg://user?id=5">b</a>`)).toEqual([
    'ab',
    expect.stringMatching(new RegExp(`^text_mention 0 1 .*"id":${chat_id}`)),
  ])
  expect(await send('<pre><code class="language-ts">a</code></pre><pre>b</pre><code>c</code>')).toEqual([
    'abc',
    'pre 0 1 "ts"',
    'pre 1 1',
    'code 2 1',
  ])
  expect(await send('<blockquote expandable>a</blockquote><span class="tg-spoiler">b</span>')).toEqual([
    'ab',
    'expandable_blockquote 0 1',
    'spoiler 1 1',
  ])
  expect(await send('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>')).toEqual([
    '👍',
    'custom_emoji 0 2 "5368324170671202286"',
  ])
})

it('should refuse broken HTML in the words of Telegram', async () => {
  const { error } = await parser('html')
  expect(await error('é<x>')).toBe('Unsupported start tag "x" at byte offset 2')
  expect(await error('a < b')).toBe('Unsupported start tag "" at byte offset 2')
  expect(await error('<b')).toBe('Unclosed start tag at byte offset 0')
  expect(await error('<b>a')).toBe(`Can't find end tag corresponding to start tag "b"`)
  expect(await error('a</b>')).toBe('Unexpected end tag at byte offset 1')
  expect(await error('<b>a</i>')).toBe('Unmatched end tag at byte offset 4, expected "</b>", found "</i>"')
  expect(await error('<span>a</span>')).toBe('Tag "span" must have class "tg-spoiler" at byte offset 0')
})

it('should read MarkdownV2', async () => {
  const { send } = await parser('MarkdownV2')
  expect(await send('*a* _b_ __c__ ~d~ ||e||\\. `f*` \\_')).toEqual([
    'a b c d e. f* _',
    'bold 0 1',
    'italic 2 1',
    'underline 4 1',
    'strikethrough 6 1',
    'spoiler 8 1',
    'code 11 2',
  ])
  expect(await send('[a\\]](https://example.org/\\)b) ![👍](tg://emoji?id=12)')).toEqual([
    'a] 👍',
    'text_link 0 2 "https://example.org/)b"',
    'custom_emoji 3 2 "12"',
  ])
  expect(await send('```ts\nlet a = \\`\\```` b')).toEqual(['let a = `` b', 'pre 0 10 "ts"'])
  expect(await send('>a\n>*b*\nc\n>d||')).toEqual([
    'a\nb\nc\nd',
    'blockquote 0 4',
    'bold 2 1',
    'expandable_blockquote 6 1',
  ])
})

it('should refuse broken MarkdownV2 in the words of Telegram', async () => {
  const { error } = await parser('markdownv2')
  expect(await error('a.')).toBe("Character '.' is reserved and must be escaped with the preceding '\\'")
  expect(await error('é *a')).toBe("Can't find end of Bold entity at byte offset 3")
  expect(await error('```ts\na')).toBe("Can't find end of PreCode entity at byte offset 0")
  expect(await error('[a](b')).toBe("Can't find end of a URL at byte offset 4")
  expect(await error('![a]')).toBe('The entity must contain a tg://emoji or tg://time URL')
})

it('should read Markdown and refuse what does not end', async () => {
  const { send, error } = await parser('Markdown')
  expect(await send('*a_* _b_ `c` \\_ [d](https://example.org/) ```e```')).toEqual([
    'a_ b c _ d e',
    'bold 0 2',
    'italic 3 1',
    'code 5 1',
    'text_link 9 1 "https://example.org/"',
    'pre 11 1',
  ])
  expect(await error('é_a')).toBe("Can't find end of the entity starting at byte offset 2")
})

it('should count after parsing', async () => {
  const { send, bot, chat_id } = await parser('HTML')
  expect((await send(`<b>${'x'.repeat(4096)}</b>`))[1]).toBe('bold 0 4096')
  const text = `<b>${'x'.repeat(4097)}</b>`
  expect(await bot.error('sendMessage', { chat_id, text, parse_mode: 'HTML' })).toBe(
    '400 Bad Request: message is too long',
  )
})

it('should read captions too', async () => {
  const { url, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const chat_id = await startedBy(bot)
  const sendDocument = async (caption: string) => {
    const body = new FormData()
    const fields = { chat_id: String(chat_id), caption, parse_mode: 'HTML' }
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('document', new Blob(['x']), 'a.txt')
    const response = await fetch(`${url}/bot${bot.token}/sendDocument`, { method: 'POST', body })
    return response.json()
  }
  expect(await sendDocument(`<b>${'x'.repeat(1024)}</b>`)).toMatchObject({
    result: { caption_entities: [{ type: 'bold', offset: 0, length: 1024 }] },
  })
  expect(await sendDocument(`<b>${'x'.repeat(1025)}</b>`)).toMatchObject({
    description: 'Bad Request: message caption is too long',
  })
})
