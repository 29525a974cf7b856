import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Block } from '../../lesson/content/block.ts'
import { contentTrees, hugeContentTrees } from '../../lesson/testing/contentTrees.ts'
import { spokenTexts } from '../../lesson/testing/spokenTexts.ts'
import { divideBlock, lengthOf } from './divideBlock.ts'
import { splitPage } from './splitPage.ts'

const text = (length: number) =>
  'word '
    .repeat(Math.ceil(length / 5))
    .slice(0, length)
    .trimEnd()
const paragraph = (length: number): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: text(length), marks: [] }],
})
const heading = (level: 1 | 2 | 3, words: string): Block => ({
  type: 'heading',
  level,
  content: [{ type: 'text', text: words, marks: [] }],
})
const image = (media: string): Block => ({ type: 'image', media, alt: '', caption: '' })
const quiz: Block = { type: 'code', language: 'quiz', code: 'Q: a\nA*: b\nA: c' }

const outline = (blocks: Block[]) =>
  splitPage(blocks).map(({ heading: title, quiz: asked }) => [title, asked !== null] as const)

/** How often each stands in what a learner reads. */
const characters = (blocks: readonly Block[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const character of words(blocks).join('')) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

const words = (blocks: readonly Block[]) => {
  const { inOrder, anywhere } = spokenTexts(blocks, 'rich')
  return [...inOrder, ...anywhere].join(' ').match(/\S+/g) ?? []
}

describe('splitPage', () => {
  it('should keep a short page together, headings and all', () => {
    expect(
      outline([paragraph(100), heading(2, 'One'), paragraph(100), heading(2, 'Two'), paragraph(100)]),
    ).toEqual([[null, false]])
  })

  it('should begin a step with each heading of the highest level there is', () => {
    const blocks = [
      paragraph(900),
      heading(2, 'One'),
      heading(3, 'Deep'),
      paragraph(900),
      heading(2, 'Two'),
      paragraph(900),
    ]
    expect(outline(blocks)).toEqual([
      [null, false],
      ['One', false],
      ['Two', false],
    ])
  })

  it('should put a section of a few words to its neighbour', () => {
    const [one, two] = [heading(2, 'One'), heading(2, 'Two')]
    const blocks = [
      paragraph(1200),
      one,
      paragraph(50),
      two,
      paragraph(1200),
      heading(2, 'End'),
      paragraph(50),
    ]
    expect(outline(blocks)).toEqual([
      [null, false],
      ['One', false],
    ])
  })

  it('should divide a long section by its own headings, and one without them by its length', () => {
    const long = [heading(2, 'One'), ...Array.from({ length: 3 }, () => paragraph(3000))]
    expect(outline([paragraph(900), ...long])).toEqual([
      [null, false],
      ['One', false],
      ['One', false],
    ])
    const deep = [heading(2, 'One'), heading(3, 'A'), paragraph(4000), heading(3, 'B'), paragraph(4000)]
    expect(outline([paragraph(900), ...deep])).toEqual([
      [null, false],
      ['One', false],
      ['B', false],
    ])
  })

  it('should not leave a heading behind at the end of a part', () => {
    const parts = splitPage([paragraph(5900), heading(2, 'Next'), paragraph(3000), paragraph(3000)])
    for (const { blocks } of parts) expect(blocks.at(-1)?.type).not.toBe('heading')
  })

  it('should show no more pictures in a step than a chat takes at once', () => {
    const blocks = Array.from({ length: 25 }, (_, index) => [paragraph(30), image(`${index}`)]).flat()
    const counts = splitPage(blocks).map((part) => part.blocks.filter(({ type }) => type === 'image').length)
    expect(Math.max(...counts)).toBeLessThanOrEqual(9)
    expect(counts.reduce((sum, count) => sum + count)).toBe(25)
  })

  it('should end though neither headings nor their sections make a step of pictures smaller', () => {
    const pictures = Array.from({ length: 12 }, (_, index) => [
      heading(3, `${index}`),
      image(`${index}`),
    ]).flat()
    expect(splitPage([paragraph(3000), heading(2, 'Gallery'), ...pictures]).length).toBeGreaterThan(1)
  })

  it('should make a quiz a step of its own, with the few words before it', () => {
    expect(outline([paragraph(900), quiz, paragraph(100), quiz])).toEqual([
      [null, false],
      [null, true],
      [null, true],
    ])
  })

  it.each([
    ['of any shape', contentTrees, 40],
    ['of any size', hugeContentTrees, 4],
  ])('should lose nothing of a page %s', (_name, pages, numRuns) => {
    fc.assert(
      fc.property(pages, (blocks) => {
        const before = characters(blocks)
        const after = characters(splitPage(blocks).flatMap((part) => part.blocks))
        const lost = [...before].filter(([character, count]) => (after.get(character) ?? 0) < count)
        expect(lost).toEqual([])
      }),
      { numRuns },
    )
  })
})

describe('divideBlock', () => {
  const options = { length: 1000, isTooLong: (blocks: readonly Block[]) => lengthOf(blocks) > 1000 }
  const item = (length: number) => ({
    content: [{ type: 'text' as const, text: text(length), marks: [] }],
    lists: [],
    isChecked: null,
  })
  const cell = (length: number, rowspan = 1) => ({
    content: [{ type: 'text' as const, text: text(length), marks: [] }],
    ...{ isHeader: false, colspan: 1, rowspan, align: 'left' as const },
  })

  it.each<[string, Block, number]>([
    ['code between its lines', { type: 'code', language: 'r', code: Array(30).fill(text(99)).join('\n') }, 3],
    [
      'a list between its items',
      { type: 'list', kind: 'ordered', start: 3, items: Array(9).fill(item(300)) },
      3,
    ],
    ['a table between its rows', { type: 'table', rows: Array(6).fill([cell(400)]) }, 3],
    ['text between its words', paragraph(2500), 3],
    [
      'what is framed',
      { type: 'callout', kind: 'tip', title: 'A', blocks: [paragraph(900), paragraph(900)] },
      2,
    ],
    [
      'a frame of one long block',
      { type: 'details', summary: 'A', isOpen: false, blocks: [paragraph(1800)] },
      2,
    ],
  ])('should divide %s', (_name, block, count) => {
    const parts = divideBlock(block, options)
    expect(parts.length).toBeGreaterThanOrEqual(count)
    for (const part of parts) expect(lengthOf([part])).toBeLessThanOrEqual(1010)
    // What is folded says its title each time.
    const titles = block.type === 'details' ? parts.length - 1 : 0
    expect(words(parts).length).toBe(words([block]).length + titles)
  })

  it('should count an ordered list on', () => {
    const parts = divideBlock(
      { type: 'list', kind: 'ordered', start: 3, items: Array(6).fill(item(400)) as never },
      options,
    )
    expect(parts.map((part) => part.type === 'list' && part.start)).toEqual([3, 5, 7])
  })

  it.each<[string, Block]>([
    ['a quiz', { type: 'code', language: 'quiz', code: Array(30).fill(text(99)).join('\n') }],
    ['rows that a cell holds together', { type: 'table', rows: [[cell(900, 2)], [cell(900)]] }],
    ['what fits', paragraph(1000)],
  ])('should leave %s whole', (_name, block) => expect(divideBlock(block, options)).toEqual([block]))
})
