import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formats, lexical } from '../testing/lexical.ts'
import { textProblems } from '../testing/textProblems.ts'
import { richTextToMessage } from './richTextToMessage.ts'
import { normalizeEntities } from './text/normalizeEntities.ts'
import { splitText } from './text/splitText.ts'

const { text, paragraph, node, link, list, content } = lexical
const shown = (...children: Record<string, unknown>[]) =>
  normalizeEntities(richTextToMessage(content(...children)))
/** Entities with the text that they cover. */
const covered = (...children: Record<string, unknown>[]) => {
  const rich = shown(...children)
  return rich.entities.map(({ offset, length, ...more }) => ({
    ...more,
    text: rich.text.slice(offset, offset + length),
  }))
}

describe('richTextToMessage', () => {
  it('should show nothing for no content', () => {
    expect(richTextToMessage(null).text).toBe('')
    expect(richTextToMessage({ root: {} }).text).toBe('')
    expect(shown(paragraph(), paragraph(text('  ')), list('bullet', [])).text).toBe('')
  })

  it('should part paragraphs by a blank line, whatever empty ones stand between', () => {
    const lines = paragraph(text('b'), { type: 'linebreak' }, text('c'), { type: 'tab' }, text('d'))
    expect(shown(paragraph(text('a')), paragraph(), lines).text).toBe('a\n\nb\nc    d')
  })

  it('should style text as its format bits say', () => {
    const all = Object.entries(formats).map(([type, bit]) => text(`${type} `, bit))
    expect(covered(paragraph(...all))).toEqual([
      ...['bold', 'italic', 'strikethrough', 'underline'].map((type) => ({ type, text: type })),
      { type: 'code', text: 'code ' },
    ])
    expect(covered(paragraph(text('both', 3)))).toEqual([
      { type: 'bold', text: 'both' },
      { type: 'italic', text: 'both' },
    ])
    expect(shown(paragraph(text('H'), text('2', 32), text('O', 128)))).toEqual({ text: 'H2O', entities: [] })
  })

  it('should not read text as markup', () => {
    const hostile = '<b>*_`[a](b) &amp; {x} ${y}'
    expect(shown(paragraph(text(hostile)))).toEqual({ text: hostile, entities: [] })
  })

  it('should link to web, Telegram and mail addresses, and to nothing else', () => {
    for (const url of ['https://a.b/c?d', 'http://a.b', 'tg://resolve?domain=x', 'mailto:a@b.c'])
      expect(covered(paragraph(text('see '), link(url, text('here'))))).toEqual([
        { type: 'text_link', url, text: 'here' },
      ])
    for (const url of ['javascript:alert(1)', '/admin', 'file:///etc', ' java\nscript:x', 'https://a b', ''])
      expect(shown(paragraph(link(url, text('here'))))).toEqual({ text: 'here', entities: [] })
    const internal = {
      type: 'link',
      fields: { linkType: 'internal', url: 'https://a.b' },
      children: [text('x')],
    }
    expect(shown(paragraph(internal)).entities).toEqual([])
    const automatic = { ...link('https://a.b', text('a.b', 1)), type: 'autolink' }
    expect(covered(paragraph(automatic)).map(({ type }) => type)).toEqual(['text_link', 'bold'])
    expect(shown(paragraph(link('https://a.b'))).text).toBe('https://a.b')
  })

  it('should make headings bold', () => {
    expect(covered(node('heading', [text('Head '), text('ing', 3)], { tag: 'h2' }))).toEqual([
      { type: 'bold', text: 'Head ing' },
      { type: 'italic', text: 'ing' },
    ])
  })

  it('should number and indent lists', () => {
    const deep = list('check', [[text('x')], [text('y')]])
    Object.assign((deep.children as Record<string, unknown>[])[1] ?? {}, { checked: true })
    const inner = list('bullet', [[text('in'), { type: 'linebreak' }, text('in too')], [deep]])
    const outer = list('number', [[text('one')], [inner], [text('two', 1)], []], { start: 9 })
    expect(shown(outer).text).toBe(
      ['9. one', '    • in', '        in too', '        ☐ x', '        ☑ y', '10. two', '11. '].join('\n'),
    )
    expect(covered(outer)).toEqual([{ type: 'bold', text: 'two' }])
  })

  it('should keep a list that stands beside text in one item', () => {
    expect(shown(list('number', [[text('a'), list('bullet', [[text('b')]])], [text('c')]])).text).toBe(
      '1. a\n    • b\n2. c',
    )
  })

  it('should quote, once', () => {
    const quote = node('quote', [text('a '), text('b', 1), node('quote', [text('c')])])
    expect(covered(quote)).toEqual([
      { type: 'blockquote', text: 'a b\nc' },
      { type: 'bold', text: 'b' },
    ])
  })

  it('should show code blocks of both kinds, bare of styles', () => {
    const block = {
      type: 'block',
      fields: { blockType: 'Code', language: 'ts', code: '\n\tif (a)\n\n  b\n' },
    }
    expect(covered(block)).toEqual([{ type: 'pre', language: 'ts', text: '    if (a)\n\n  b' }])
    const lines = [text('a', 1), { type: 'linebreak' }, { type: 'code-highlight', text: 'b' }]
    expect(covered(node('code', lines, { language: 'x y' }))).toEqual([{ type: 'pre', text: 'a\nb' }])
  })

  it('should draw rules and tables', () => {
    const row = (...cells: string[]) =>
      node(
        'tablerow',
        cells.map((cell) => node('tablecell', [paragraph(text(cell))])),
      )
    const table = node('table', [row('a', 'b'), row('c', 'd')])
    expect(shown(paragraph(text('x')), { type: 'horizontalrule' }, table).text).toBe(
      'x\n\n———\n\na | b\nc | d',
    )
  })

  it('should keep the text of what it does not know', () => {
    const layout = node('columns', [node('column', [paragraph(text('a'))]), node('column', [text('b')])])
    expect(shown(layout, node('mystery', [text('c', 1)]), paragraph({ type: 'tag', text: '#d' })).text).toBe(
      'ab\n\nc\n\n#d',
    )
  })

  it('should bear content that is no content', () => {
    const broken = {
      children: [null, 5, 'x', [], { type: 7 }, { type: 'text' }, { type: 'list', children: {} }],
    }
    expect(richTextToMessage({ root: broken }).text).toBe('')
    const odd = { type: 'link', fields: null, children: [{ type: 'text', text: 'a', format: 'left' }] }
    expect(shown(odd).text).toBe('a')
  })

  it('should bear a tree of any depth', () => {
    for (const type of ['list', 'quote', 'paragraph', 'link', 'table', 'unknown']) {
      let tree: Record<string, unknown> = text('deep')
      for (let depth = 0; depth < 20_000; depth += 1) tree = node(type, [tree])
      expect(shown(tree).text).toContain('deep')
    }
  })

  it('should send every character of any tree, in order', () => {
    const { tree } = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.record({
          type: fc.constantFrom('text', 'text', 'code-highlight'),
          text: fc.string({ unit: 'grapheme', maxLength: 40 }),
          format: fc.nat({ max: 255 }),
        }),
        fc.record({
          type: fc.constantFrom(
            ...['paragraph', 'heading', 'quote', 'list', 'listitem', 'link', 'code', 'table', 'tablerow'],
            ...['unknown', 'autolink'],
          ),
          listType: fc.constantFrom('number', 'bullet', 'check'),
          fields: fc.record({ url: fc.constantFrom('https://a.b', 'javascript:x') }),
          children: fc.array(tie('tree'), { minLength: 1, maxLength: 6 }),
        }),
      ),
    }))
    const typed = (one: Record<string, unknown>): string =>
      typeof one.text === 'string' ? one.text : ((one.children ?? []) as (typeof one)[]).map(typed).join('')
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), (children) => {
        const parts = splitText(richTextToMessage(content(...children)))
        for (const part of parts) expect(textProblems(part)).toEqual([])
        const sent = Array.from(parts.map((part) => part.text).join(''))
        // Characters in order: list markers and the like may stand between them.
        let at = 0
        for (const character of typed(node('', children))
          .replace(/[\s\p{Cc}\p{Cf}\p{Z}]/gu, '')
          .toWellFormed()) {
          at = sent.indexOf(character, at) + 1
          expect(at).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })
})
