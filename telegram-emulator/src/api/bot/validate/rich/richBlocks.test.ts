import { expect, it } from 'vitest'

import { richChat } from '../../../../testing/richChat.ts'

const text = 'x'
const paragraph = { type: 'paragraph', text }
const caption = { text: 'caption', credit: { type: 'italic', text: 'credit' } }

/** Blocks that come back as they are sent. */
const SAME: Record<string, object> = {
  paragraph,
  heading: { type: 'heading', text, size: 6 },
  pre: { type: 'pre', text: 'a\n b', language: 'python' },
  'pre without a language': { type: 'pre', text },
  footer: { type: 'footer', text },
  mathematical_expression: { type: 'mathematical_expression', expression: 'E = mc^2' },
  blockquote: { type: 'blockquote', blocks: [paragraph, paragraph], credit: 'a' },
  expandable_blockquote: { type: 'expandable_blockquote', text, credit: 'a' },
  pullquote: { type: 'pullquote', text, credit: 'a' },
  details: { type: 'details', summary: 'a', blocks: [paragraph], is_open: true },
  'closed details': { type: 'details', summary: 'a', blocks: [paragraph] },
  collage: { type: 'collage', blocks: [paragraph], caption },
  slideshow: { type: 'slideshow', blocks: [paragraph], caption },
  map: { type: 'map', location: { latitude: 1, longitude: -2 }, zoom: 13, width: 200, height: 10, caption },
  buttons: {
    type: 'buttons',
    buttons: [
      { text, callback_data: 'a', style: 'link' },
      { text: ['a', { type: 'custom_emoji', custom_emoji_id: '1', alternative_text: '👍' }], disabled: {} },
    ],
    align: 'center',
  },
  'nested blocks': {
    type: 'details',
    summary: 'a',
    blocks: [{ type: 'blockquote', blocks: [{ type: 'details', summary: 'b', blocks: [paragraph] }] }],
  },
}

it.each(Object.keys(SAME))('should show a block as it was sent: %s', async (name) => {
  const { blocks } = await richChat()
  expect(await blocks(SAME[name])).toEqual([SAME[name]])
})

it('should show dividers and anchors beside what can be seen', async () => {
  const { blocks } = await richChat()
  const sent = [paragraph, { type: 'divider' }, { type: 'anchor', name: 'a' }]
  expect(await blocks(...sent)).toEqual(sent)
})

it('should leave out what says nothing', async () => {
  const { blocks } = await richChat()
  const sent = [
    { type: 'pre', text, language: '' },
    { type: 'details', summary: 'a', blocks: [paragraph], is_open: false },
    { type: 'pullquote', text, credit: '' },
    {
      type: 'map',
      location: { latitude: 1, longitude: 2 },
      zoom: 0,
      width: 1,
      height: 1,
      caption: { text: '' },
    },
  ]
  const [pre, details, pullquote, map] = await blocks(...sent)
  expect(pre).toEqual({ type: 'pre', text })
  expect(details).not.toHaveProperty('is_open')
  expect(pullquote).not.toHaveProperty('credit')
  expect(map).not.toHaveProperty('caption')
})

const item = (more: object = {}) => ({ blocks: [paragraph], ...more })

it('should label the items of lists', async () => {
  const { blocks } = await richChat()
  const labels = async (...items: object[]) => {
    const [list] = await blocks({ type: 'list', items })
    return list?.type === 'list' ? list.items.map(({ label }) => label) : []
  }
  expect(await labels(item(), item())).toEqual(['•', '•'])
  expect(await labels(item({ value: 3 }), item({ type: '1' }), item({ value: 9 }))).toEqual([
    '3.',
    '4.',
    '9.',
  ])
  const typed = (type: string) => (value: number) => item({ type, value })
  expect(await labels(...[1, 26, 27, 703].map(typed('a')))).toEqual(['a.', 'z.', 'aa.', 'aaa.'])
  expect(await labels(...[2, 28].map(typed('A')))).toEqual(['B.', 'AB.'])
  expect(await labels(...[4, 1994, 3999, 4000].map(typed('I')))).toEqual([
    'IV.',
    'MCMXCIV.',
    'MMMCMXCIX.',
    '4000.',
  ])
  expect(await labels(...[9, 0].map(typed('i')))).toEqual(['ix.', '0.'])
})

it('should show checkboxes of items', async () => {
  const { blocks } = await richChat()
  const items = [
    item({ has_checkbox: true, is_checked: true }),
    item({ has_checkbox: true }),
    item({ is_checked: true }),
  ]
  expect(await blocks({ type: 'list', items })).toEqual([
    {
      type: 'list',
      items: [
        { label: '•', blocks: [paragraph], has_checkbox: true, is_checked: true },
        { label: '•', blocks: [paragraph], has_checkbox: true },
        { label: '•', blocks: [paragraph] },
      ],
    },
  ])
})

it('should complete the cells of tables', async () => {
  const { blocks } = await richChat()
  const cells = [
    [
      { text, is_header: true, colspan: 2, rowspan: 3, align: 'right', valign: 'bottom' },
      { text: '', colspan: 1, rowspan: 0 },
    ],
    [],
  ]
  expect(
    await blocks({
      type: 'table',
      cells,
      is_bordered: true,
      is_striped: true,
      is_compact: true,
      caption: 'a',
    }),
  ).toEqual([
    {
      type: 'table',
      cells: [[cells[0]?.[0], { align: 'left', valign: 'middle' }], []],
      is_bordered: true,
      is_striped: true,
      is_compact: true,
      caption: 'a',
    },
  ])
})

it('should think in drafts alone', async () => {
  const { ok, refused } = await richChat()
  const rich_message = { blocks: [{ type: 'thinking', text }] }
  expect(await ok('sendRichMessageDraft', { draft_id: 1, rich_message })).toBe(true)
  expect(await refused(rich_message)).toBe(
    '400 Bad Request: can\'t parse InputRichBlock: type "thinking" is unsupported',
  )
})

it('should say of a message whether it is written from right to left', async () => {
  const { send } = await richChat()
  expect(await send({ blocks: [paragraph], is_rtl: true })).toEqual({ blocks: [paragraph], is_rtl: true })
  expect(await send({ blocks: [paragraph], is_rtl: false })).toEqual({ blocks: [paragraph] })
})
