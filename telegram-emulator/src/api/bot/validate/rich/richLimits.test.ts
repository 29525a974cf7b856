import { expect, it } from 'vitest'

import { richChat } from '../../../../testing/richChat.ts'
import { LIMITS } from '../limits.ts'

interface Edge {
  /** A rich message with the limit reached (0) and passed by one (1). */
  message: (beyond: number) => object
  answer: string
}

const text = 'x'
const paragraph = { type: 'paragraph', text }
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item)
const blocks = (...list: unknown[]) => ({ blocks: list })

const tooLong = 'RICH_MESSAGE_TEXT_TOO_LONG'
const tooMany = 'RICH_MESSAGE_BLOCKS_TOO_MANY'
const tooDeep = 'RICH_MESSAGE_DEPTH_INVALID'
const tooWide = 'RICH_MESSAGE_TABLE_COLS_TOO_MANY'

const nested = (levels: number): object =>
  levels === 1 ? paragraph : { type: 'details', summary: 'a', blocks: [nested(levels - 1)] }
const styled = (levels: number): unknown =>
  levels === 0 ? text : { type: levels % 2 === 0 ? 'bold' : 'italic', text: [styled(levels - 1)] }

const EDGES: Record<string, Edge> = {
  'characters of one text': {
    message: (n) => blocks({ type: 'paragraph', text: text.repeat(LIMITS.richCharacters + n) }),
    answer: tooLong,
  },
  'characters beyond the basic plane count once': {
    message: (n) => blocks({ type: 'paragraph', text: '😀'.repeat(LIMITS.richCharacters + n) }),
    answer: tooLong,
  },
  'characters of all texts': {
    message: (n) =>
      blocks(
        {
          type: 'details',
          summary: 'a',
          blocks: [{ type: 'pre', text: text.repeat(LIMITS.richCharacters - 10) }],
        },
        { type: 'table', cells: [[{ text: 'b' }]], caption: 'c' },
        { type: 'mathematical_expression', expression: 'd' },
        { type: 'buttons', buttons: [{ text: 'ef', callback_data: 'a' }] },
        { type: 'pullquote', text: 'g', credit: 'h' },
        {
          type: 'paragraph',
          text: [
            { type: 'custom_emoji', custom_emoji_id: '1', alternative_text: '👍' },
            { type: 'mathematical_expression', expression: 'i'.repeat(1 + n) },
          ],
        },
      ),
    answer: tooLong,
  },
  'characters of HTML, without its tags': {
    message: (n) => ({ html: `<p><b>${text.repeat(LIMITS.richCharacters + n)}</b></p>` }),
    answer: tooLong,
  },
  blocks: { message: (n) => blocks(...many(LIMITS.richBlocks + n, paragraph)), answer: tooMany },
  'blocks in others, with them': {
    message: (n) => blocks({ type: 'blockquote', blocks: many(LIMITS.richBlocks - 1 + n, paragraph) }),
    answer: tooMany,
  },
  'items of lists, with what they hold': {
    // The list itself and a paragraph beside it.
    message: (n) =>
      blocks(
        { type: 'list', items: many((LIMITS.richBlocks - 2) / 2, { blocks: [paragraph] }) },
        ...many(1 + n, paragraph),
      ),
    answer: tooMany,
  },
  'rows of tables': {
    message: (n) => blocks({ type: 'table', cells: many(LIMITS.richBlocks - 1 + n, [{ text }]) }),
    answer: tooMany,
  },
  'blocks of Markdown': {
    message: (n) => ({ markdown: many(LIMITS.richBlocks + n, text).join('\n\n') }),
    answer: tooMany,
  },
  'levels of blocks': { message: (n) => blocks(nested(LIMITS.richDepth + n)), answer: tooDeep },
  'levels of styles below a block': {
    message: (n) => blocks({ type: 'paragraph', text: styled(LIMITS.richDepth - 1 + n) }),
    answer: tooDeep,
  },
  'levels of HTML': {
    message: (n) => ({ html: `${'<blockquote>'.repeat(LIMITS.richDepth - 1 + n)}x` }),
    answer: tooDeep,
  },
  'columns of a table': {
    message: (n) =>
      blocks({ type: 'table', cells: [many(1, { text }), many(LIMITS.richTableColumns + n, { text })] }),
    answer: tooWide,
  },
  'columns that one cell takes': {
    message: (n) => blocks({ type: 'table', cells: [[{ text, colspan: LIMITS.richTableColumns + n }]] }),
    answer: tooWide,
  },
  'columns that a cell takes in the rows below': {
    message: (n) =>
      blocks({
        type: 'table',
        cells: [
          [{ text, colspan: 5, rowspan: 2 }],
          many(LIMITS.richTableColumns - 5 + n, { text }),
          many(LIMITS.richTableColumns, { text }),
        ],
      }),
    answer: tooWide,
  },
  'buttons in a block': {
    message: (n) =>
      blocks({ type: 'buttons', buttons: many(LIMITS.richRowButtons + n, { text, callback_data: 'a' }) }),
    answer: 'RICH_MESSAGE_BUTTONS_TOO_MANY',
  },
  'bytes of callback_data': {
    message: (n) =>
      blocks({
        type: 'buttons',
        buttons: [{ text, callback_data: text.repeat(LIMITS.callbackDataBytes + n) }],
      }),
    answer: 'BUTTON_DATA_INVALID',
  },
  'zoom of a map': {
    message: (n) =>
      blocks({
        type: 'map',
        location: { latitude: 1, longitude: 1 },
        zoom: LIMITS.richMapZoom[1] + n,
        width: LIMITS.richMapSides / 2,
        height: LIMITS.richMapSides / 2,
      }),
    answer: 'invalid map properties specified',
  },
  'sides of a map': {
    message: (n) =>
      blocks({
        type: 'map',
        location: { latitude: 1, longitude: 1 },
        zoom: 1,
        width: LIMITS.richMapSides / 2 + n,
        height: LIMITS.richMapSides / 2,
      }),
    answer: 'invalid map properties specified',
  },
}

it.each(Object.keys(EDGES))('should allow as much as Telegram, and no more: %s', async (name) => {
  const { message, answer } = EDGES[name] ?? expect.fail(name)
  const { send, refused } = await richChat()
  await send(message(0))
  expect(await refused(message(1))).toBe(`400 Bad Request: ${answer}`)
})

it('should refuse HTML that is nested without end', async () => {
  const { refused } = await richChat()
  expect(await refused({ html: '<b>'.repeat(100_000) })).toBe(`400 Bad Request: ${tooDeep}`)
})
