import type { Inline } from '../../content/block.ts'
import { halveString } from './halveString.ts'

const lengthOf = (inline: Inline): number => {
  if (inline.type === 'text') return inline.text.length
  if (inline.type === 'math') return inline.latex.length
  return inline.type === 'link' ? inline.content.reduce((sum, inner) => sum + lengthOf(inner), 0) : 1
}

const halveInline = (inline: Inline): [Inline, Inline] | null => {
  if (inline.type === 'linebreak') return null
  if (inline.type === 'link') {
    const parts = halveInlines(inline.content)
    return (
      parts && [
        { ...inline, content: parts[0] },
        { ...inline, content: parts[1] },
      ]
    )
  }
  const parts = halveString(inline.type === 'text' ? inline.text : inline.latex, /[.!?…]\s+/)
  // Half a formula is none: it goes on as its source.
  const marks = inline.type === 'text' ? inline.marks : ['code' as const]
  return (
    parts && [
      { type: 'text', text: parts[0], marks },
      { type: 'text', text: parts[1], marks },
    ]
  )
}

/** The content of a line as two, cut near the middle; null when there is nothing to be cut. */
export const halveInlines = (inlines: readonly Inline[]): [Inline[], Inline[]] | null => {
  const half = inlines.reduce((sum, inline) => sum + lengthOf(inline), 0) / 2
  let length = 0
  const index = inlines.findIndex((inline) => {
    length += lengthOf(inline)
    return length >= half
  })
  const middle = inlines[index]
  if (middle === undefined) return null
  const before = inlines.slice(0, index)
  const after = inlines.slice(index + 1)
  // Where the middle falls into a small part of the line, that part stays whole.
  if (after.length > 0 && lengthOf(middle) < half / 2) return [[...before, middle], after]
  const parts = halveInline(middle)
  if (parts !== null)
    return [
      [...before, parts[0]],
      [parts[1], ...after],
    ]
  if (after.length > 0) return [[...before, middle], after]
  return before.length > 0 ? [before, [middle]] : null
}
