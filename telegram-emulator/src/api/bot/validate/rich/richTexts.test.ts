import { expect, it } from 'vitest'

import { richChat } from '../../../../testing/richChat.ts'

const text = 'x'
const date = { type: 'date_time', text, unix_time: 1647531900, date_time_format: 'wDT' }
const emoji = { type: 'custom_emoji', custom_emoji_id: '5368324170671202286', alternative_text: '👍' }

/** Texts that come back as they are sent. */
const SAME: Record<string, unknown> = {
  string: text,
  array: ['a', { type: 'bold', text: 'b' }, ['c']],
  ...Object.fromEntries(
    'bold italic underline strikethrough spoiler subscript superscript marked code'
      .split(' ')
      .map((type) => [type, { type, text }]),
  ),
  'styles in styles': { type: 'bold', text: ['a', { type: 'italic', text: { type: 'code', text } }] },
  date_time: date,
  custom_emoji: emoji,
  mathematical_expression: { type: 'mathematical_expression', expression: 'x^2 \\frac{1}{2}' },
  url: { type: 'url', text, url: 'https://example.org/a?b#c' },
  'link to a name': { type: 'url', text, url: 'tg://resolve?domain=a' },
  email_address: { type: 'email_address', text, email_address: 'a@example.org' },
  phone_number: { type: 'phone_number', text, phone_number: '+1 (234) 567-89' },
  button: { type: 'button', button: { text: [emoji, date], callback_data: 'a' } },
  anchor_link: [
    { type: 'anchor', name: 'a b' },
    { type: 'anchor_link', text, anchor_name: 'a b' },
  ],
  'link to the top': { type: 'anchor_link', text, anchor_name: '' },
  reference_link: [
    { type: 'reference_link', text, reference_name: 'a' },
    { type: 'reference', text: 'note', name: 'a' },
  ],
}

it.each(Object.keys(SAME))('should show a text as it was sent: %s', async (name) => {
  const { blocks } = await richChat()
  expect(await blocks({ type: 'paragraph', text: SAME[name] })).toEqual([
    { type: 'paragraph', text: SAME[name] },
  ])
})

it('should show who is mentioned', async () => {
  const { blocks, person } = await richChat()
  const user = { id: person, is_bot: false, first_name: 'Ann', language_code: 'en' }
  const mention = { type: 'text_mention', text, user }
  expect(await blocks({ type: 'paragraph', text: { ...mention, user: { id: person } } })).toEqual([
    { type: 'paragraph', text: mention },
  ])
  const link = { type: 'url', text, url: `tg://user?id=${person}` }
  expect(await blocks({ type: 'paragraph', text: link })).toEqual([{ type: 'paragraph', text: mention }])
})

it('should say of links to places what they lead to', async () => {
  const { blocks } = await richChat()
  const links = [
    { type: 'reference_link', text, reference_name: 'place' },
    { type: 'anchor_link', text, anchor_name: 'note' },
    { type: 'url', text, url: '#place' },
    { type: 'anchor_link', text, anchor_name: 'nowhere' },
    { type: 'reference', text: 'y', name: 'note' },
    { type: 'reference', text: '', name: 'empty' },
    { type: 'reference_link', text, reference_name: 'empty' },
  ]
  const [, paragraph] = await blocks({ type: 'anchor', name: 'place' }, { type: 'paragraph', text: links })
  expect(paragraph).toEqual({
    type: 'paragraph',
    text: [
      { type: 'anchor_link', text, anchor_name: 'place' },
      { type: 'reference_link', text, reference_name: 'note' },
      { type: 'anchor_link', text, anchor_name: 'place' },
      { type: 'url', text, url: '#nowhere' },
      { type: 'reference', text: 'y', name: 'note' },
      { type: 'anchor', name: 'empty' },
      { type: 'anchor_link', text, anchor_name: 'empty' },
    ],
  })
})

const FOUND =
  'see t.me, a@t.me, @username, #tag, $USD, /command, +12345678901, 4242 4242 4242 4242 or 4242 4242 4242 4241'

it('should mark what Telegram finds, unless it is not to', async () => {
  const { send } = await richChat()
  const found = [
    'see ',
    { type: 'url', text: 't.me', url: 't.me' },
    ', ',
    { type: 'email_address', text: 'a@t.me', email_address: 'a@t.me' },
    ', ',
    { type: 'mention', text: '@username', username: 'username' },
    ', ',
    { type: 'hashtag', text: '#tag', hashtag: 'tag' },
    ', ',
    { type: 'cashtag', text: '$USD', cashtag: 'USD' },
    ', ',
    { type: 'bot_command', text: '/command', bot_command: 'command' },
    ', ',
    { type: 'phone_number', text: '+12345678901', phone_number: '+12345678901' },
    ', ',
    { type: 'bank_card_number', text: '4242 4242 4242 4242', bank_card_number: '4242 4242 4242 4242' },
    ' or 4242 4242 4242 4241',
  ]
  const blocks = [{ type: 'paragraph', text: FOUND }]
  expect((await send({ blocks })).blocks).toEqual([{ type: 'paragraph', text: found }])
  expect((await send({ blocks, skip_entity_detection: true })).blocks).toEqual(blocks)
  const within = [{ type: 'footer', text: ['a ', { type: 'bold', text: FOUND }] }]
  expect((await send({ blocks: within })).blocks).toEqual([
    { type: 'footer', text: ['a ', { type: 'bold', text: found }] },
  ])
})

it('should look for nothing in code and in what has a meaning of its own', async () => {
  const { blocks } = await richChat()
  const address = 't.me'
  const sent = [
    { type: 'pre', text: address },
    { type: 'paragraph', text: { type: 'code', text: address } },
    { type: 'paragraph', text: { type: 'url', text: address, url: 'https://example.org' } },
    { type: 'paragraph', text: { ...date, text: address } },
    { type: 'buttons', buttons: [{ text: address, callback_data: 'a' }] },
  ]
  expect(await blocks(...sent)).toEqual(sent)
})

it('should find for itself what is given as found', async () => {
  const { blocks } = await richChat()
  const given = [
    { type: 'mention', text: 'nobody', username: 'nobody' },
    { type: 'hashtag', text: '#tag', hashtag: 'another' },
  ]
  expect(await blocks({ type: 'paragraph', text: given })).toEqual([
    { type: 'paragraph', text: ['nobody', { type: 'hashtag', text: '#tag', hashtag: 'tag' }] },
  ])
})

it('should take control characters and marks of direction out', async () => {
  const { blocks } = await richChat()
  expect(await blocks({ type: 'paragraph', text: 'a\u0001b\u202ec\nd\r' })).toEqual([
    { type: 'paragraph', text: 'a bc\nd' },
  ])
})
