import type { RichText, TextEntity } from './richText.ts'

const graphemes = () => new Intl.Segmenter('en', { granularity: 'grapheme' })

const lastMatchEnd = (text: string, pattern: RegExp): number => {
  let end = -1
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}

const codeAt = ({ entities }: RichText, position: number): TextEntity | undefined =>
  entities.find(
    ({ type, offset, length }) => type === 'pre' && offset < position && position < offset + length,
  )

/** Whether a line that is bold as a whole ends there: it heads what follows. */
const isHeadingEnd = ({ text, entities }: RichText, end: number): boolean => {
  const start = text.lastIndexOf('\n', end - 1) + 1
  return entities.some(
    ({ type, offset, length }) => type === 'bold' && offset <= start && end <= offset + length,
  )
}

/** The last blank line at or before `max` that parts blocks: not in code, not below a heading. */
const lastBlockEnd = (rich: RichText, max: number): number => {
  let position = rich.text.lastIndexOf('\n\n', max)
  while (position > 0 && (codeAt(rich, position) !== undefined || isHeadingEnd(rich, position)))
    position = rich.text.lastIndexOf('\n\n', position - 1)
  return position
}

/**
 * Where a text that goes on beyond `max` is best cut, 0 < cut ≤ `max`: between blocks, lines,
 * sentences or words where that leaves the part at least half full, else between any two characters that a
 * person sees.
 */
export const findCut = (rich: RichText, max: number): number => {
  const { text } = rich
  // The character at `max` may be the space that follows the last sentence that fits.
  const reach = text.slice(0, max + 1)
  const borders = [
    () => lastBlockEnd(rich, max),
    () => text.lastIndexOf('\n', max),
    () => lastMatchEnd(reach, /[.!?…]+["'»”’)\]]*(?=\s)/g),
    () => lastMatchEnd(reach, /\S(?=\s)/g),
  ]
  // Code that would fit into a message of its own is not taken apart.
  const code = codeAt(rich, max)
  if (code !== undefined && code.length <= max && code.offset > 0) {
    const before = lastBlockEnd(rich, code.offset)
    if (before > 0) return before
  }
  for (const border of borders) {
    const cut = border()
    if (cut > max / 2) return cut
  }
  const seen = graphemes()
    .segment(text.slice(0, max + 256))
    .containing(max)
  if (seen !== undefined && seen.index > 0) return seen.index
  // One grapheme longer than a message: only its surrogate pairs can be kept.
  const splitsPair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(max - 1, max + 1))
  return splitsPair ? Math.max(1, max - 1) : max
}
