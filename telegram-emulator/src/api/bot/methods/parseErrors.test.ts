import { expect, it } from 'vitest'

import { startedChat } from '../../../testing/startedChat.ts'

const NO_HALVES =
  'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units'

/** What each mode refuses, after `can't parse entities: `. */
const REFUSED: Record<string, [text: string, complaint: string][]> = {
  HTML: [
    ['<b ', 'Empty attribute name in the tag "b" at byte offset 0'],
    ['é<B a=', 'Unclosed start tag "b" at byte offset 2'],
    ['<b a="1"', 'Unclosed start tag at byte offset 0'],
    ['<a href=a/b>c</a>', 'Unexpected end of name token at byte offset 8'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<b>a</I>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<tg-emoji emoji-id="0">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
    ['<tg-emoji emoji-id="01">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
    ['<tg-time unix="1" format="x">a</tg-time>', 'Invalid date format used'],
    ['&#xd83d;&#xde42;', NO_HALVES],
  ],
  MarkdownV2: [
    ['a|b', "Character '|' is reserved and must be escaped with the preceding '\\'"],
    ['a!', "Character '!' is reserved and must be escaped with the preceding '\\'"],
    ['a>b', "Character '>' is reserved and must be escaped with the preceding '\\'"],
    ['>*a\nb*', "Can't find end of Bold entity at byte offset 1"],
    ['>a||b\nc', "Can't find end of Spoiler entity at byte offset 2"],
    ['*a_b*', "Can't find end of Bold entity at byte offset 4"],
    ['![a](tg://emoji?id=0)', 'Invalid tg://emoji or tg://time URL specified'],
    ['![a](tg://time?unix=0)', 'Invalid tg://emoji or tg://time URL specified'],
    ['![a](tg://time?unix=1&format=x)', 'Invalid tg://emoji or tg://time URL specified'],
    ['![a](https://example.org/)', 'Invalid tg://emoji or tg://time URL specified'],
    ['![a](tg', "Can't find end of a URL at byte offset 5"],
  ],
  Markdown: [
    ['*a_', "Can't find end of the entity starting at byte offset 0"],
    ['```a``', "Can't find end of the entity starting at byte offset 0"],
  ],
}

it.each(Object.entries(REFUSED))('should refuse in %s what Telegram refuses', async (parse_mode, texts) => {
  const { error } = await startedChat()
  for (const [text, complaint] of texts) {
    expect([text, await error('sendMessage', { text, parse_mode })]).toEqual([
      text,
      `400 Bad Request: can't parse entities: ${complaint}`,
    ])
  }
})

/** Text and entities after parsing, as `type offset length details`. */
const READ: Record<string, [given: string, text: string, ...marks: string[]][]> = {
  HTML: [
    ['<b>a</>', 'a', 'bold 0 1'],
    ['&#0; &#1114111; &#x000000041; &LT; &quot', '&#0; &#1114111; &#x000000041; &LT; "', 'hashtag 17 11'],
    ['<a href="EXAMPLE.org">a</a>', 'a', 'text_link 0 1 http://example.org/'],
    ['<a href="ftp://example.org">a</a><a href="a b.org">c</a>', 'ac'],
    ['<a href="tg:Resolve?domain=a">a</a>', 'a', 'text_link 0 1 tg://resolve?domain=a'],
    ['<a>example.org/a</a>', 'example.org/a', 'text_link 0 13 http://example.org/a'],
    ['<tg-time unix="1700000000" format="TDW">a</tg-time>', 'a', 'date_time 0 1 1700000000 wDT'],
    ['<tg-time unix=0>a</tg-time><tg-time unix=5>b</tg-time>', 'ab', 'date_time 1 1 5 '],
    ['<pre><code>a</code></pre>', 'a', 'pre 0 1'],
    ['<code class="language-c"><pre>a</pre></code>', 'a', 'pre 0 1 c'],
    ['<b>a<code>b</code></b>', 'ab', 'bold 0 1', 'code 1 1'],
    ['<blockquote>a<blockquote>b</blockquote></blockquote>', 'ab', 'blockquote 0 2'],
    ['<b>a</b><b>b</b>', 'ab', 'bold 0 2'],
    ['<b>a<i>b</i>c</b>', 'abc', 'bold 0 1', 'bold 1 2', 'italic 1 1'],
  ],
  MarkdownV2: [
    ['![a](tg://time?unix=5&format=R)', 'a', 'date_time 0 1 5 r'],
    ['>a\n>b||\nc', 'a\nb\nc', 'expandable_blockquote 0 4'],
    ['**>a\n>b', 'a\nb', 'blockquote 0 3'],
    ['>a||', 'a', 'expandable_blockquote 0 1'],
    ['_a__b__c_', 'abc', 'italic 0 1', 'italic 1 2', 'underline 1 1'],
    ['`a>*b`', 'a>*b', 'code 0 4'],
    ['```\na```', 'a', 'pre 0 1'],
    ['*a* \\*b', 'a *b', 'bold 0 1'],
  ],
  Markdown: [
    ['[](https://example.org/) a', '(https://example.org/) a', 'url 1 20'],
    ['[a](example.org', 'a', 'text_link 0 1 http://example.org/'],
    ['[example.org/]', 'example.org/', 'text_link 0 12 http://xample.org//'],
    ['*ab*[https://example.org/]', 'abhttps://example.org/', 'bold 0 2', 'url 2 20'],
    ['```ts\na```b', 'ab', 'pre 0 1 ts'],
    ['*a_b*', 'a_b', 'bold 0 3'],
  ],
}

it.each(Object.entries(READ))('should read %s as Telegram reads it', async (parse_mode, texts) => {
  const { sendText } = await startedChat()
  for (const [given, ...expected] of texts) {
    const { text, entities = [] } = await sendText(given, { parse_mode })
    const marks = entities.map((entity) => Object.values(entity).join(' '))
    expect([given, text, ...marks]).toEqual([given, ...expected])
  }
})

it('should read given entities as leniently as the server', async () => {
  const { sendText, error, person } = await startedChat()
  const marks = async (entities: unknown) =>
    ((await sendText('abcd', { entities })).entities ?? []).map((entity) => Object.values(entity))
  expect(await marks('{')).toEqual([])
  expect(await marks([{ type: 'url', offset: 0, length: 1 }])).toEqual([])
  expect(await marks([{ type: 'text_mention', offset: 0, length: 1, user: { id: 5 } }])).toEqual([])
  expect(
    await marks([{ type: 'text_link', offset: 0, length: 1, url: `tg://user?id=${person}` }]),
  ).toMatchObject([['text_mention', 0, 1, { id: person }]])
  expect(
    await marks([{ type: 'date_time', offset: 0, length: 2, unix_time: 5, date_time_format: 'Tw' }]),
  ).toEqual([['date_time', 0, 2, 5, 'wT']])
  const crossing = [
    { type: 'code', offset: 0, length: 2 },
    { type: 'spoiler', offset: 1, length: 2 },
  ]
  expect(await marks(crossing)).toEqual([
    ['code', 0, 2],
    ['spoiler', 2, 1],
  ])
  for (const [entity, description] of [
    [{ type: 'date_time', unix_time: 0 }, 'invalid date specified'],
    [
      { type: 'date_time', unix_time: 1, date_time_format: 'x' },
      "can't parse MessageEntity: Invalid date-time format specified",
    ],
    [{ type: 'custom_emoji', custom_emoji_id: '0' }, 'invalid custom emoji identifier specified'],
    [{ type: 'text_mention', user: { id: 0 } }, 'user not found'],
    [
      { type: 'text_link', url: 'http://a b.org' },
      "entity URL 'http://a b.org' is invalid: Disallowed character in URL host",
    ],
    [
      { type: 'text_link', url: 'a.org:0' },
      "entity URL 'a.org:0' is invalid: Wrong port number specified in the URL",
    ],
    [
      { type: 'text_link', url: 'tg://a.b' },
      "entity URL 'tg://a.b' is invalid: Unallowed characters in URL host",
    ],
  ] as const) {
    const entities = [{ offset: 0, length: 1, ...entity }]
    expect(await error('sendMessage', { text: 'abcd', entities })).toBe(`400 Bad Request: ${description}`)
  }
})

it('should send a file without a caption when none is left of it', async () => {
  const { url, bot, person } = await startedChat()
  const caption = async (caption: string, parse_mode = 'HTML') => {
    const body = new FormData()
    body.append('document', new Blob(['x']), 'a.txt')
    for (const [name, value] of Object.entries({ chat_id: String(person), caption, parse_mode }))
      body.append(name, value)
    const response = await fetch(`${url}/bot${bot.token}/sendDocument`, { method: 'POST', body })
    const { ok, result } = (await response.json()) as { ok: boolean; result: { caption?: string } }
    return [ok, result.caption]
  }
  expect(await caption('<b></b>')).toEqual([true, undefined])
  expect(await caption(' \n ')).toEqual([true, undefined])
  expect(await caption('\u200b')).toEqual([true, '\u200b'])
  expect(await caption('<b>a</b>')).toEqual([true, 'a'])
})
