import { expect, it } from 'vitest'

import { richChat } from '../../../../testing/richChat.ts'

const text = 'x'
const paragraph = { type: 'paragraph', text }
const blocks = (...list: unknown[]) => ({ blocks: list })
const inText = (value: unknown) => blocks({ type: 'paragraph', text: value })
const list = (...items: unknown[]) => blocks({ type: 'list', items })
const map = (more: object) =>
  blocks({ type: 'map', location: { latitude: 1, longitude: 1 }, zoom: 14, width: 10, height: 10, ...more })
const table = (...cells: unknown[]) => blocks({ type: 'table', cells })
const button = (more: object) => blocks({ type: 'buttons', buttons: [{ text, ...more }] })
const emoji = { type: 'custom_emoji', custom_emoji_id: '1', alternative_text: '👍' }
const parse = (complaint: string) => `can't parse InputRichBlock: ${complaint}`
const required = 'RICH_MESSAGE_CONTENT_REQUIRED'

/** What is refused: rich messages by what is answered; the rest of `400 Bad Request: …`. */
const REFUSED: Record<string, unknown[]> = {
  'rich message must be non-empty': [undefined, {}, { is_rtl: true }],
  "can't parse rich message JSON object": ['{', 'x'],
  'object expected as rich message': [[], [{}]],
  'exactly one of html, markdown and blocks is allowed, but there are html and blocks': [
    { html: 'x', blocks: [paragraph] },
  ],
  'field "html" must be of type String': [{ html: 1 }],
  'field "blocks" must be of type Array': [{ blocks: {} }],
  'field "is_rtl" must be of type Boolean': [{ ...blocks(paragraph), is_rtl: 'yes' }],
  'strings must be encoded in UTF-8': [{ html: '\ud800' }],
  'rich text must be encoded in UTF-8': [inText('\ud800')],
  RICH_MESSAGE_HTML_INVALID: [{ html: '' }, { html: ' \n' }],
  RICH_MESSAGE_MARKDOWN_INVALID: [{ markdown: '' }],
  RICH_MESSAGE_EMPTY: [
    blocks(),
    blocks({ type: 'divider' }, { type: 'anchor', name: 'a' }),
    inText('  '),
    { html: '<b></b>' },
    { markdown: '---\n\n---' },
  ],
  [required]: [
    inText(''),
    inText([]),
    blocks({ type: 'heading', text: '', size: 1 }),
    blocks({ type: 'collage', blocks: [] }),
    blocks({ type: 'slideshow', blocks: [] }),
    blocks({ type: 'blockquote', blocks: [] }),
    blocks({ type: 'details', summary: '', blocks: [paragraph] }),
    blocks({ type: 'details', summary: 'a', blocks: [] }),
    blocks({ type: 'mathematical_expression', expression: '' }),
    list({ blocks: [] }),
    table(),
    table([]),
    blocks({ type: 'buttons', buttons: [] }),
    button({ text: '', callback_data: 'a' }),
    { html: '<details><summary>a</summary></details>' },
  ],
  [parse('expected an Object')]: [blocks('x'), blocks(null)],
  [parse('Can\'t find field "type"')]: [blocks({})],
  [parse('type "sectionHeading" is unsupported')]: [blocks({ type: 'sectionHeading' })],
  [parse('type "__proto__" is unsupported')]: [blocks({ type: '__proto__' })],
  [parse('Can\'t find field "text"')]: [blocks({ type: 'paragraph' }), inText({ type: 'bold' })],
  [parse('Can\'t find field "size"')]: [blocks({ type: 'heading', text })],
  [parse('Can\'t find field "items"')]: [blocks({ type: 'list' })],
  [parse('Can\'t find field "blocks"')]: [blocks({ type: 'details', summary: 'a' }), list({})],
  [parse('Field "blocks" must be of type Array')]: [blocks({ type: 'collage', blocks: 'x' })],
  [parse('Field "is_open" must be of type Boolean')]: [
    blocks({ type: 'details', summary: 'a', blocks: [paragraph], is_open: 1 }),
  ],
  [parse('Field "caption" must be of type Object')]: [map({ caption: 'x' })],
  [parse('Unsupported rich text type')]: [inText({ type: 'plain', text })],
  [parse('Expected String, Array, or Object as rich text')]: [inText(1), inText([null])],
  'invalid section heading size specified': [
    blocks({ type: 'heading', text, size: 0 }),
    blocks({ type: 'heading', text, size: 7 }),
  ],
  'list must be non-empty': [list()],
  'list must be either ordered or unordered': [
    list({ blocks: [paragraph] }, { blocks: [paragraph], value: 1 }),
  ],
  'invalid list item type specified': [list({ blocks: [paragraph], type: 'x' })],
  'table cell must be non-empty': [table(['x'])],
  'invalid table cell colspan specified': [table([{ text, colspan: -1 }])],
  'invalid table cell rowspan specified': [table([{ text, rowspan: -1 }])],
  [parse('Field "align" must be one of left, center, right')]: [table([{ text, align: 'x' }])],
  'invalid location specified': [map({ location: { latitude: 91, longitude: 0 } })],
  'invalid map properties specified': [
    map({ zoom: 25 }),
    map({ zoom: -1 }),
    map({ width: 5001, height: 5000 }),
    map({ width: 21, height: 1 }),
    map({ width: 1, height: 21 }),
  ],
  'user not found': [inText({ type: 'text_mention', text, user: { id: 1 } })],
  'invalid date specified': [inText({ type: 'date_time', text, unix_time: 0, date_time_format: 'r' })],
  [parse('Invalid date-time format specified')]: [
    inText({ type: 'date_time', text, unix_time: 1, date_time_format: 'x' }),
  ],
  'invalid custom emoji identifier specified': [inText({ ...emoji, custom_emoji_id: '0' })],
  [parse('Field "custom_emoji_id" must be a valid Number')]: [inText({ ...emoji, custom_emoji_id: 'x' })],
  RICH_MESSAGE_EMOJI_INVALID: [inText({ ...emoji, alternative_text: 'x' })],
  RICH_MESSAGE_URL_INVALID: [
    inText({ type: 'url', text, url: 'javascript:alert(1)' }),
    inText({ type: 'url', text, url: '' }),
  ],
  RICH_MESSAGE_EMAIL_INVALID: [inText({ type: 'email_address', text, email_address: 'x' })],
  RICH_MESSAGE_PHONE_INVALID: [inText({ type: 'phone_number', text, phone_number: 'x' })],
  BUTTON_DATA_INVALID: [button({ callback_data: 'x'.repeat(65) })],
  [parse('Only plain text, custom emoji and dates are allowed in buttons')]: [
    button({ text: { type: 'bold', text }, callback_data: 'a' }),
  ],
  [parse('The style "link" is allowed only for callback buttons')]: [
    button({ url: 'https://example.org', style: 'link' }),
  ],
  [parse('Unsupported button type specified')]: [button({ pay: true })],
  "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard": [button({})],
}

it.each(Object.keys(REFUSED))('should refuse with: %s', async (answer) => {
  const { refused } = await richChat()
  for (const rich of REFUSED[answer] ?? []) expect(await refused(rich)).toBe(`400 Bad Request: ${answer}`)
})

it('should check the message before it looks for the chat', async () => {
  const { bot } = await richChat()
  const error = (rich_message: object) => bot.error('sendRichMessage', { chat_id: 1, rich_message })
  expect(await error(blocks())).toBe('400 Bad Request: RICH_MESSAGE_EMPTY')
  expect(await error(blocks(paragraph))).toBe('400 Bad Request: chat not found')
})
