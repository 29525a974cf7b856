import type { Nodes, Root } from 'mdast'

import { readAttributes } from './attributes.ts'
import { bracesAt } from './bracesAt.ts'
import type { Edit } from './edit.ts'

const newlinesIn = (text: string) => text.replace(/[^\n]/g, '')
const escapeText = (text: string) => text.replace(/[\\[\]`*_<$"]/g, '\\$&')

/** The picture with the description that stands behind it; what was in its brackets becomes the caption. */
const withAlt = (picture: string, alt: string): string => {
  const [, old = '', target = ''] = /^!\[([^]*)\](\([^]*\)|\[[^\]]*\])?$/.exec(picture) ?? []
  const isSame = old.trim() === '' || old.trim() === alt
  const titled = /^\(([^\s"'()]+)\)$/.exec(target)
  if (isSame || titled === null) return `![${escapeText(isSame ? alt : `${old} ${alt}`)}]${target}`
  return `![${escapeText(alt)}](${titled[1]} "${escapeText(old)}")`
}

/**
 * Pandoc and kramdown write attributes in braces behind pictures, links, code and headings. They leave the text;
 * the descriptions of pictures move to where Markdown has them. Every line keeps its number.
 */
export const takeAttributes = (parsed: Root, source: string): Edit[] => {
  const edits: Edit[] = []
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    if (node.type === 'image' || node.type === 'imageReference') {
      const found = bracesAt(source, end)
      if (found === null) return
      const { alt = '' } = readAttributes(found.text).values
      const picture = source.slice(start, end)
      const text = alt === '' ? picture : withAlt(picture, alt.replace(/\s+/g, ' '))
      const missing = newlinesIn(source.slice(start, found.end)).slice(newlinesIn(text).length)
      edits.push({ start, end: found.end, text: text + missing })
    } else if (node.type === 'link' || node.type === 'linkReference' || node.type === 'inlineCode') {
      const found = bracesAt(source, end)
      if (found) edits.push({ start: end, end: found.end, text: newlinesIn(source.slice(end, found.end)) })
    } else if (node.type === 'heading') {
      const at = source.lastIndexOf('{', end)
      const found = at > start ? bracesAt(source, at) : null
      if (found && source.slice(found.end, end).trim() === '')
        edits.push({ start: at, end: found.end, text: '' })
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parsed)
  return edits
}
