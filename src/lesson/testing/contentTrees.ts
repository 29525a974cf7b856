import fc from 'fast-check'

import {
  calloutKinds,
  type Block,
  type Inline,
  type List,
  type Mark,
  type TableCell,
} from '../content/block.ts'
import { mediaFiles } from './mediaFiles.ts'
import { uuidOf } from './uuidOf.ts'

const word = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-zа-я]{1,12}[.!?]?$/) },
  fc.constantFrom(
    '👩‍👩‍👧‍👦',
    '🇰🇷',
    '👍🏽',
    'é',
    '…',
    '한글',
    '漢字',
    'שלום',
    '𝒳',
    '\\',
    '<b>',
    '_*`[',
    '@a',
    '#b',
    '/c',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
)
const words = (max: number) =>
  fc
    .array(
      fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '  ', '\t', '')).map((pair) => pair.join('')),
      { maxLength: max },
    )
    .map((parts) => parts.join(''))

const mark = fc.constantFrom<Mark>(
  ...([
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'code',
    'spoiler',
    'subscript',
    'superscript',
  ] as const),
)
const text = fc.record({
  type: fc.constant('text' as const),
  text: words(12),
  marks: fc.oneof(fc.constant<Mark[]>([]), fc.uniqueArray(mark, { maxLength: 8 })),
})
const linebreak = fc.constant({ type: 'linebreak' as const })
const latex = fc.oneof(
  fc.constantFrom(
    ...[
      'E=mc^2',
      '\\frac{a}{b+1}',
      '\\sqrt[3]{x_{i}}',
      '\\sum_{i=1}^{n} i',
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    ],
    ...['\\alpha\\to\\infty', '\\unknown{x}', '{', 'x^{y^{z}}', '\\text{если } x>0'],
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
)
const url = fc.constantFrom(
  ...[
    'https://example.org/a?b=c#d',
    'http://localhost:3000',
    'tg://resolve?domain=x',
    'mailto:a@example.org',
  ],
  ...['javascript:alert(1)', '/relative', '', 'https://exa mple', 'https://пример.рф/страница'],
)
const line: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: linebreak },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('math' as const), latex }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('link' as const),
        url,
        content: fc.array(text, { maxLength: 3 }),
      }),
    },
  ),
  { maxLength: 6 },
)

const media = fc.constantFrom(...Object.values(mediaFiles).map(({ id }) => id), uuidOf(999), '')
const caption = fc.oneof(
  fc.constant(''),
  words(8),
  words(8).map((some) => some.repeat(40)),
)

const cell: fc.Arbitrary<TableCell> = fc.record({
  content: line,
  isHeader: fc.boolean(),
  colspan: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 4 })),
  rowspan: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 4 })),
  align: fc.constantFrom('left', 'center', 'right'),
})
const row = (max: number) => fc.array(cell, { minLength: 1, maxLength: max })
const table = fc.record({
  type: fc.constant('table' as const),
  rows: fc.oneof(
    { weight: 5, arbitrary: fc.array(row(4), { minLength: 1, maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(row(25), { minLength: 1, maxLength: 3 }) },
  ),
})

const { list } = fc.letrec<{ list: List }>((tie) => ({
  list: fc
    .record({
      type: fc.constant('list' as const),
      kind: fc.constantFrom('bullet', 'ordered', 'task'),
      start: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 100 })),
      items: fc.array(
        fc.record({
          content: line,
          lists: fc.oneof(
            { maxDepth: 8, depthSize: 'small' },
            fc.constant<List[]>([]),
            fc.array(tie('list'), { maxLength: 2 }),
          ),
          isChecked: fc.boolean(),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ kind, items, ...more }): List => ({
      ...more,
      kind,
      items: items.map((item) => ({ ...item, isChecked: kind === 'task' ? item.isChecked : null })),
    })),
}))

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('paragraph' as const), content: line }) },
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1, 2, 3, 4, 5, 6),
    content: line,
  }),
  fc.record({ type: fc.constant('quote' as const), content: line }),
  { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: table },
  fc.record({
    type: fc.constant('code' as const),
    language: fc.constantFrom('', 'ts', 'c++', 'not a language'),
    code: fc.array(words(6), { maxLength: 6 }).map((lines) => lines.join('\n  ')),
  }),
  fc.record({ type: fc.constant('math' as const), latex }),
  fc.constant({ type: 'divider' as const }),
  fc.record({ type: fc.constantFrom('video', 'audio', 'voice', 'file'), media, caption }),
  fc.record({ type: fc.constant('image' as const), media, alt: caption, caption }),
  fc.record({
    type: fc.constant('album' as const),
    layout: fc.constantFrom('collage', 'slideshow'),
    items: fc.oneof(
      fc.array(fc.record({ media, alt: words(3) }), { maxLength: 14 }),
      fc.array(
        fc.record({ media: fc.constantFrom(mediaFiles.photo.id, mediaFiles.video.id), alt: words(3) }),
        {
          ...{ minLength: 2, maxLength: 30 },
        },
      ),
    ),
    caption,
  }),
  fc.record({ type: fc.constant('embed' as const), url, title: words(5) }),
)

/** Any content of a step: every kind of block, nested as no author would, with texts of every script. */
export const contentTrees: fc.Arbitrary<Block[]> = fc.letrec<{ blocks: Block[] }>((tie) => ({
  blocks: fc.array(
    fc.oneof(
      { maxDepth: 10 },
      { weight: 8, arbitrary: leaf },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('callout' as const),
          kind: fc.constantFrom(...calloutKinds),
          title: words(4),
          blocks: tie('blocks'),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('details' as const),
          summary: words(4),
          isOpen: fc.boolean(),
          blocks: tie('blocks'),
        }),
      },
    ),
    { maxLength: 8 },
  ),
})).blocks

const grow = (inlines: Inline[], factor: number): Inline[] =>
  inlines.map((inline) => (inline.type === 'text' ? { ...inline, text: inline.text.repeat(factor) } : inline))

const grown = (block: Block, factor: number): Block => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, content: grow(block.content, factor) }
    case 'code':
      return { ...block, code: `${block.code}\n`.repeat(factor).trim() }
    case 'table':
      return {
        ...block,
        rows: Array.from({ length: factor }, () => block.rows)
          .flat()
          .slice(0, 900),
      }
    case 'list':
      return {
        ...block,
        items: Array.from({ length: factor }, () => block.items)
          .flat()
          .slice(0, 900),
      }
    case 'album':
      return {
        ...block,
        items: Array.from({ length: factor }, () => block.items)
          .flat()
          .slice(0, 120),
      }
    case 'callout':
    case 'details':
      return { ...block, blocks: block.blocks.map((inner) => grown(inner, factor)) }
    default:
      return block
  }
}

/** The same, with parts far larger than a message, or far more of them than go into one. */
export const hugeContentTrees: fc.Arbitrary<Block[]> = fc
  .tuple(contentTrees, fc.constantFrom(1, 30, 400), fc.boolean())
  .map(([blocks, factor, isLong]) => {
    const most = Math.ceil(600_000 / JSON.stringify(blocks).length)
    const times = Math.min(factor, most)
    return isLong
      ? Array.from({ length: times }, () => blocks).flat()
      : blocks.map((block) => grown(block, times))
  })
