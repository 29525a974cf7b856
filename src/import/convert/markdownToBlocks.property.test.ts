import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { blockText } from '../plan/blockText.ts'
import { convertOptions } from '../testing/convertText.ts'
import { markdownToBlocks } from './markdownToBlocks.ts'

/** A word that is nothing but a word in every dialect. */
const word = fc.stringMatching(/^[a-zа-я]{1,8}$/).map((text) => `w${text}`)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))

const inline = fc.oneof(
  words,
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `[${text}](https://x.example)`),
  words.map((text) => `<kbd>${text}</kbd>`),
  words.map((text) => `$${text}$`),
)
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))

const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by)

const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    line,
    line.map((text) => `## ${text}`),
    words.map((text) => `\`\`\`js\n${text}\n\`\`\``),
    fc
      .tuple(line, line)
      .map(([a, b]) => `| ${a.replaceAll('|', '')} | b |\n|---|---|\n| ${b.replaceAll('|', '')} | |`),
    words.map((text) => `$$\n${text}\n$$`),
    tie('blocks').map((text) => indent(text, '> ')),
    tie('blocks').map((text) => `- ${indent(text, '  ').trimStart()}`),
    tie('blocks').map((text) => `3. ${indent(text, '   ').trimStart()}`),
    tie('blocks').map((text) => `<details>\n\n${text}\n\n</details>`),
    tie('blocks').map((text) => `::: challenge\n\n${text}\n\n:::`),
    tie('blocks').map((text) => `::: solution\n\n${text}\n\n:::`),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n')),
}))

const wordsOf = (text: string) => text.match(/\bw[a-zа-я]+(?![a-zа-я])/gu) ?? []

const read = (source: string) => markdownToBlocks(source, convertOptions)

describe('any Markdown', () => {
  it('should keep all words in their order', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (parts) => {
        const source = parts.join('\n\n')
        const kept = read(source).blocks.map(blockText).join('\n')
        expect(wordsOf(kept)).toEqual(wordsOf(source))
      }),
      { numRuns: 150 },
    )
  })

  it('should throw at no rubbish', () => {
    const rubbish = fc.constantFrom(
      ...'[ ] ( ) ![ ]( < > <div> </div> <b> <!-- --> * ** _ ` ``` ~~~ $ $$ ::: ::: note | --- # - 1. > \n \n\n \t { } {: .x} {% %} {{ &amp; &# \\ \0 a é 한 🎉'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(rubbish, { maxLength: 60 }), fc.boolean(), (parts, isMdx) => {
        markdownToBlocks(parts.join(''), { ...convertOptions, isMdx })
        markdownToBlocks(parts.join(' '), { ...convertOptions, isMdx })
      }),
      { numRuns: 300 },
    )
  })
})

describe('hostile Markdown', () => {
  it.each([
    ['quotes', `${'>'.repeat(100_000)} end`, 1],
    ['quotes with spaces', `a\n\n${'> '.repeat(100_000)}end`, 3],
    ['lists', `${'- '.repeat(100_000)}end`, 1],
    ['lists line by line', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'), 61],
    ['divs', '::: note\n'.repeat(20_000), 61],
    ['columns', `${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}|\n`, 2],
    ['elements', '<div>'.repeat(50_000), null],
  ])('should give up on too many %s at once, and keep the words', (_name, source, at) => {
    const { blocks, findings } = read(source)
    expect(findings).toMatchObject([{ code: 'tangled', line: at }])
    expect(blocks.length).toBeGreaterThan(0)
  })

  it.each([
    ['a line of 100 kB', 'word '.repeat(20_000)],
    ['brackets', '!['.repeat(1_000)],
    ['braces', "![a](b.png){alt='x".repeat(500)],
    ['stars', '**a *b '.repeat(1_000)],
    ['classes', `![a](b.png){${'.a'.repeat(400)}~}`],
    ['dashes', `![a](b.png){${'.a-'.repeat(150)}~}`],
    ['dollars', '$5 and '.repeat(1_000)],
    ['comments', '<!-- '.repeat(20_000)],
    ['tags of Liquid', '{% '.repeat(20_000)],
    ['spaces', `{%${' '.repeat(100_000)}`],
    ['spaces behind colons', `:::${' '.repeat(100_000)}x${' '.repeat(100_000)}:x`],
  ])('should read %s in bounded time', (_name, source) => {
    expect(read(source).findings.filter(({ code }) => code === 'tangled')).toEqual([])
  })
})
