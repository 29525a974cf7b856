import type { Inline } from '../../../lesson/content/block.ts'

/** The words of a line, without its marks. */
export const inlineText = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'linebreak') return ' '
      return inline.type === 'link' ? inlineText(inline.content) : inline.latex
    })
    .join('')

const trimEnd = (content: Inline[]): Inline[] => {
  const last = content.at(-1)
  if (last === undefined) return content
  if (last.type === 'linebreak') return trimEnd(content.slice(0, -1))
  if (last.type !== 'text' || !/\s$/.test(last.text)) return content
  const text = last.text.trimEnd()
  return text === '' ? trimEnd(content.slice(0, -1)) : [...content.slice(0, -1), { ...last, text }]
}

const trimStart = (content: Inline[]): Inline[] => {
  const [first] = content
  if (first === undefined) return content
  if (first.type === 'linebreak') return trimStart(content.slice(1))
  if (first.type !== 'text' || !/^\s/.test(first.text)) return content
  const text = first.text.trimStart()
  return text === '' ? trimStart(content.slice(1)) : [{ ...first, text }, ...content.slice(1)]
}

/** A line as it is shown: no white space at its ends, none twice, neighbours of one style as one. */
export const tidyInline = (content: readonly Inline[]): Inline[] => {
  const tidy: Inline[] = []
  for (const inline of content) {
    const last = tidy.at(-1)
    if (inline.type !== 'text') {
      tidy.push(inline)
      continue
    }
    const followsSpace = last?.type === 'linebreak' || (last?.type === 'text' && /\s$/.test(last.text))
    const isCode = inline.marks.includes('code')
    const text = followsSpace && !isCode ? inline.text.replace(/^\s+/, '') : inline.text
    if (text === '') continue
    if (last?.type === 'text' && last.marks.join() === inline.marks.join()) last.text += text
    else tidy.push({ ...inline, text })
  }
  return trimEnd(trimStart(tidy))
}
