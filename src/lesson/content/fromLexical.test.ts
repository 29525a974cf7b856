import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { contentTrees } from '../testing/contentTrees.ts'
import { formats, lexical } from '../testing/lexical.ts'
import { normalizedBlocks } from '../testing/normalizedBlocks.ts'
import type { Block, Inline, Mark } from './block.ts'
import { fromLexical } from './fromLexical.ts'
import { inlinesOf } from './inlinesOf.ts'
import { toLexical } from './toLexical.ts'

const { text, paragraph, node, link, list, content, block } = lexical
const read = (...children: Record<string, unknown>[]) => fromLexical(content(...children))
const plain = (value: string, ...marks: Mark[]): Inline => ({ type: 'text', text: value, marks })
const paragraphOf = (...inlines: Inline[]): Block => ({ type: 'paragraph', content: inlines })
const item = (value: string, more: object = {}) => ({
  ...{ content: value === '' ? [] : [plain(value)], lists: [], isChecked: null },
  ...more,
})

describe('fromLexical', () => {
  it('should read nothing from no content', () => {
    expect(fromLexical(null)).toEqual([])
    expect(fromLexical({ root: {} })).toEqual([])
    expect(read(paragraph(), paragraph(text('  ')), list('bullet', []))).toEqual([])
  })

  it('should read the styles of a text, and join neighbours of one style', () => {
    for (const [mark, bit] of Object.entries(formats))
      expect(read(paragraph(text('x', bit)))).toEqual([paragraphOf(plain('x', mark as Mark))])
    const hidden = { ...text('b', 1), $: { spoiler: 'hidden' } }
    expect(read(paragraph(text('a'), text('a'), hidden))).toEqual([
      paragraphOf(plain('aa'), plain('b', 'bold', 'spoiler')),
    ])
    // 128 is a highlight, which no chat has.
    expect(read(paragraph(text('x', 128)))).toEqual([paragraphOf(plain('x'))])
  })

  it('should read line feeds, tabs, links and formulas within a line', () => {
    const formula = { type: 'inlineBlock', fields: { blockType: 'InlineMath', latex: ' x^2 ' } }
    const inner = {
      type: 'link',
      fields: { linkType: 'internal', url: 'https://a.b' },
      children: [text('i')],
    }
    const parts = [text('a'), { type: 'linebreak' }, { type: 'tab', text: '\t' }, text('b\r\nc')]
    expect(read(paragraph(...parts, link(' https://a.b ', text('l', 1)), inner, formula))).toEqual([
      paragraphOf(
        ...[
          plain('a'),
          { type: 'linebreak' } as const,
          plain('\tb'),
          { type: 'linebreak' } as const,
          plain('c'),
        ],
        ...[{ type: 'link', url: 'https://a.b', content: [plain('l', 'bold')] } as Inline, plain('i')],
        { type: 'math', latex: 'x^2' },
      ),
    ])
  })

  it('should read headings by their tags', () => {
    expect(
      read(node('heading', [text('a')], { tag: 'h5' }), node('heading', [text('b')], { tag: 'h9' })),
    ).toEqual([
      { type: 'heading', level: 5, content: [plain('a')] },
      { type: 'heading', level: 2, content: [plain('b')] },
    ])
  })

  it('should put lists below the item before them', () => {
    const deep = list('check', [[text('x')], [text('y')]])
    Object.assign((deep.children as Record<string, unknown>[])[1] ?? {}, { checked: true })
    const outer = list('number', [[text('one')], [deep], [text('two'), list('bullet', [[text('z')]])], []], {
      start: 9,
    })
    expect(read(outer)).toEqual([
      {
        ...{ type: 'list', kind: 'ordered', start: 9 },
        items: [
          item('one', {
            lists: [
              {
                ...{ type: 'list', kind: 'task', start: 1 },
                items: [item('x', { isChecked: false }), item('y', { isChecked: true })],
              },
            ],
          }),
          item('two', { lists: [{ type: 'list', kind: 'bullet', start: 1, items: [item('z')] }] }),
          item(''),
        ],
      },
    ])
    const headless = read(list('bullet', [[list('bullet', [[text('a')]])]]))
    expect(headless).toMatchObject([
      { items: [{ content: [], lists: [{ items: [{ content: [plain('a')] }] }] }] },
    ])
  })

  it('should read tables with their headers, spans and alignment', () => {
    const cell = (value: string, format: string, more: object) =>
      node('tablecell', [{ ...paragraph(text(value)), format }, paragraph(text('2'))], more as never)
    const table = node('table', [
      node('tablerow', [
        cell('a', 'center', { headerState: 1, colSpan: 2 }),
        cell('b', 'end', { rowSpan: 0 }),
      ]),
      node('tablerow', []),
    ])
    const lines = (value: string) => [plain(value), { type: 'linebreak' }, plain('2')]
    expect(read(table)).toEqual([
      {
        type: 'table',
        rows: [
          [
            { content: lines('a'), isHeader: true, colspan: 2, rowspan: 1, align: 'center' },
            { content: lines('b'), isHeader: false, colspan: 1, rowspan: 1, align: 'right' },
          ],
        ],
      },
    ])
  })

  it('should read the blocks of the editor', () => {
    const inner = content(paragraph(text('in')))
    const file = { media: { id: 'm', filename: 'x' }, caption: 'c' }
    expect(
      read(
        ...[
          block('Code', { language: ' ts ', code: '\n\tif (a)\r\n\n  b\n' }),
          block('Math', { latex: 'x' }),
        ],
        ...[block('Callout', { kind: 'tip', title: 't', content: inner })],
        ...[block('Details', { summary: 's', isOpen: true, content: inner })],
        ...[block('Image', { ...file, alt: 'a' }), block('Video', file), block('Audio', file)],
        ...[
          block('Voice', { media: 'v' }),
          block('File', file),
          block('Embed', { url: 'https://a.b', title: 'e' }),
        ],
        block('Album', {
          layout: 'slideshow',
          items: [{ id: '1', media: 'm', alt: 'a' }, null],
          caption: 'c',
        }),
      ),
    ).toEqual([
      { type: 'code', language: 'ts', code: '\tif (a)\n\n  b' },
      { type: 'math', latex: 'x' },
      { type: 'callout', kind: 'tip', title: 't', blocks: [paragraphOf(plain('in'))] },
      { type: 'details', summary: 's', isOpen: true, blocks: [paragraphOf(plain('in'))] },
      { type: 'image', media: 'm', alt: 'a', caption: 'c' },
      { type: 'video', media: 'm', caption: 'c' },
      { type: 'audio', media: 'm', caption: 'c' },
      { type: 'voice', media: 'v', caption: '' },
      { type: 'file', media: 'm', caption: 'c' },
      { type: 'embed', url: 'https://a.b', title: 'e' },
      { type: 'album', layout: 'slideshow', items: [{ media: 'm', alt: 'a' }], caption: 'c' },
    ])
    const lines = [text('a', 1), { type: 'linebreak' }, { type: 'code-highlight', text: 'b' }]
    expect(read(node('code', lines, { language: 'js' }))).toEqual([
      { type: 'code', language: 'js', code: 'a\nb' },
    ])
  })

  it('should keep the text of what it does not know', () => {
    const layout = node('columns', [node('column', [paragraph(text('a'))]), node('column', [text('b')])])
    const strange = block('Poll', { content: content(paragraph(text('e'))) })
    const rows = [layout, node('mystery', [text('c', 1)]), paragraph({ type: 'tag', text: '#d' }), strange]
    expect(read(...rows)).toEqual([
      ...[paragraphOf(plain('a')), paragraphOf(plain('b')), paragraphOf(plain('c', 'bold'))],
      ...[paragraphOf(plain('#d')), paragraphOf(plain('e'))],
    ])
    const quoted = node('quote', [
      paragraph(text('a')),
      list('bullet', [[text('b')]]),
      block('Code', { code: 'c' }),
    ])
    const lines = [plain('a'), { type: 'linebreak' }, plain('b'), { type: 'linebreak' }, plain('c')]
    expect(read(quoted)).toEqual([{ type: 'quote', content: lines }])
  })

  it('should bear content that is no content', () => {
    const children = [null, 5, 'x', [], { type: 7 }, { type: 'text' }, { type: 'list', children: {} }]
    expect(fromLexical({ root: { children } })).toEqual([])
    expect(
      read(block('Callout', { content: { root: 5 } }), block('Album', { items: {} }), { type: 'block' }),
    ).toEqual([])
    const odd = { type: 'link', fields: null, children: [{ type: 'text', text: 'a', format: 'left' }] }
    expect(read(odd)).toEqual([paragraphOf(plain('a'))])
  })

  it('should bear a tree of any depth', () => {
    for (const type of ['list', 'quote', 'paragraph', 'link', 'table', 'unknown', 'Callout']) {
      let tree: Record<string, unknown> = text('deep')
      for (let depth = 0; depth < 20_000; depth += 1)
        tree = type === 'Callout' ? block(type, { content: content(tree) }) : node(type, [tree])
      expect(JSON.stringify(inlinesOf(read(tree)))).toContain('deep')
    }
  })
})

describe('toLexical', () => {
  it('should write what is read again', () => {
    fc.assert(
      fc.property(contentTrees, (blocks) => {
        expect(fromLexical(toLexical(blocks))).toEqual(normalizedBlocks(blocks))
      }),
      { numRuns: 300 },
    )
  })

  it('should write the same for the same, with an id of its own for each block', () => {
    fc.assert(
      fc.property(contentTrees, (blocks) => {
        const written = JSON.stringify(toLexical(blocks))
        expect(JSON.stringify(toLexical(structuredClone(blocks)))).toBe(written)
        const ids = Array.from(written.matchAll(/"id":"([0-9a-f]{24})"/g), ([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 50 },
    )
  })

  it('should write an empty paragraph for no blocks, without which the editor would not open', () => {
    expect(toLexical([]).root).toMatchObject({
      type: 'root',
      children: [{ type: 'paragraph', children: [] }],
    })
  })
})
