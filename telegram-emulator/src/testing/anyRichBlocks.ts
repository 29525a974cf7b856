import fc from 'fast-check'

type Json = Record<string, unknown>

const STYLES = 'bold italic underline strikethrough spoiler subscript superscript marked code'.split(' ')
/** Nothing is found in these, and nothing is removed of them. */
const word = fc.constantFrom(
  'a',
  'Ж',
  '日本',
  '😀',
  'two words',
  ' leading',
  'a\nb',
  '<b>',
  '**x**',
  '&amp;',
  '_',
)
const name = fc.constantFrom('n1', 'n2', 'two words', '#')

/** What stands in a line without a style; all names of anchors are known in every message. */
const leaf: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.record({
    type: fc.constant('custom_emoji'),
    custom_emoji_id: fc.constantFrom('1', '5368324170671202286'),
    alternative_text: fc.constantFrom('👍', '❤️'),
  }),
  fc.record({
    type: fc.constant('mathematical_expression'),
    expression: fc.constantFrom('x^2', '\\frac{a}{b}'),
  }),
)

const { text } = fc.letrec<{ text: unknown }>((tie) => ({
  text: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    leaf,
    fc.array(tie('text'), { minLength: 1, maxLength: 3 }),
    fc.record({ type: fc.constantFrom(...STYLES), text: tie('text') }),
    fc.record({ type: fc.constant('url'), text: tie('text'), url: fc.constant('https://example.org/a') }),
    fc.record({ type: fc.constant('anchor_link'), text: tie('text'), anchor_name: name }),
    fc.record({
      type: fc.constant('date_time'),
      text: tie('text'),
      unix_time: fc.constantFrom(1, 2_000_000_000),
      date_time_format: fc.constantFrom('r', 'wDT', ''),
    }),
  ),
}))

const caption = fc.record({ text, credit: text }, { requiredKeys: ['text'] })
const flag = fc.constant(true)
const label = fc.constantFrom('a', '😀 b')
const button = fc.oneof(
  fc.record({ text: label, callback_data: word }),
  fc.record({
    text: label,
    copy_text: fc.record({ text: word }),
    style: fc.constantFrom('danger', 'primary'),
  }),
)
const cell = fc.record(
  {
    text,
    is_header: flag,
    colspan: fc.constantFrom(2, 3),
    rowspan: fc.constantFrom(2, 3),
    align: fc.constantFrom('left', 'center', 'right'),
    valign: fc.constantFrom('top', 'middle', 'bottom'),
  },
  { requiredKeys: ['align', 'valign'] },
)
const ofType = (
  type: string,
  fields: Record<string, fc.Arbitrary<unknown>>,
  required = Object.keys(fields),
) => {
  const model: Record<string, fc.Arbitrary<unknown>> = { type: fc.constant(type), ...fields }
  return fc.record<Json>(model, { requiredKeys: ['type', ...required] })
}

/** Blocks of rich messages that come back as they are sent. */
const { block } = fc.letrec<{ block: Json }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 })
  return {
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      ofType('paragraph', { text }),
      ofType('heading', { text, size: fc.integer({ min: 1, max: 6 }) }),
      ofType('pre', { text, language: fc.constantFrom('ts', 'c++') }, ['text']),
      ofType('footer', { text }),
      ofType('divider', {}),
      ofType('mathematical_expression', { expression: fc.constant('E = mc^2') }),
      ofType('anchor', { name }),
      ofType('expandable_blockquote', { text, credit: text }, ['text']),
      ofType('pullquote', { text, credit: text }, ['text']),
      ofType('buttons', {
        buttons: fc.array(button, { minLength: 1, maxLength: 8 }),
        align: fc.constantFrom('left', 'center', 'right'),
      }),
      ofType(
        'table',
        {
          cells: fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
          is_bordered: flag,
          is_striped: flag,
          is_compact: flag,
          caption: text,
        },
        ['cells'],
      ),
      ofType(
        'map',
        {
          location: fc.record({ latitude: fc.constant(41.9), longitude: fc.constant(-12.5) }),
          zoom: fc.integer({ min: 0, max: 24 }),
          width: fc.integer({ min: 100, max: 500 }),
          height: fc.integer({ min: 100, max: 500 }),
          caption,
        },
        ['location', 'zoom', 'width', 'height'],
      ),
      ofType('blockquote', { blocks, credit: text }, ['blocks']),
      ofType('collage', { blocks, caption }, ['blocks']),
      ofType('slideshow', { blocks, caption }, ['blocks']),
      ofType('details', { summary: text, blocks, is_open: flag }, ['summary', 'blocks']),
      ofType('list', {
        items: fc.array(fc.record({ label: fc.constant('•'), blocks }), { minLength: 1, maxLength: 3 }),
      }),
      ofType('list', {
        items: fc.array(
          fc.record({
            label: fc.constant('iv.'),
            blocks,
            has_checkbox: flag,
            is_checked: flag,
            value: fc.constant(4),
            type: fc.constant('i'),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
    ),
  }
})

/** The blocks of a rich message, with all places that their links may lead to and something to see. */
export const anyRichBlocks: fc.Arbitrary<Json[]> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((blocks) => [
    ...['n1', 'n2', 'two words', '#'].map((anchor) => ({ type: 'anchor', name: anchor })),
    { type: 'paragraph', text: 'x' },
    ...blocks,
  ])
