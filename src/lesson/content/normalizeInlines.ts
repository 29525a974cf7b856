import type { Inline } from './block.ts'

const isSameStyle = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((mark, index) => mark === b[index])

/** Neighbouring texts of one style become one, and what holds nothing goes. */
export const normalizeInlines = (inlines: readonly Inline[]): Inline[] => {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (inline.type === 'text' && last?.type === 'text' && isSameStyle(inline.marks, last.marks))
      result[result.length - 1] = { ...last, text: last.text + inline.text }
    else if (
      (inline.type !== 'text' || inline.text !== '') &&
      (inline.type !== 'math' || inline.latex !== '')
    )
      result.push(inline)
  }
  return result
}
