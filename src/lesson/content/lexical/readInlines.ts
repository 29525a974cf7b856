import type { Inline, Mark } from '../block.ts'
import { markBits } from '../marks.ts'
import { normalizeInlines } from '../normalizeInlines.ts'
import { childrenOf } from './childrenOf.ts'
import { collectText } from './collectText.ts'
import { fieldsOf } from './fieldsOf.ts'
import type { LexicalNode } from './lexicalNode.ts'
import { maxDepth } from './maxDepth.ts'

const marksOf = (node: LexicalNode): Mark[] => {
  const bits = typeof node.format === 'number' ? node.format : 0
  const state = typeof node.$ === 'object' && node.$ !== null ? (node.$ as LexicalNode) : {}
  const marks: Mark[] = markBits.filter(([, bit]) => (bits & bit) !== 0).map(([mark]) => mark)
  return state.spoiler === 'hidden' ? [...marks, 'spoiler'] : marks
}

const readText = (value: string, marks: Mark[]): Inline[] =>
  value.split(/\r\n?|[\n\u2028\u2029]/).flatMap((line, index): Inline[] => {
    const text: Inline = { type: 'text', text: line, marks }
    return index === 0 ? [text] : [{ type: 'linebreak' }, text]
  })

const readLink = (node: LexicalNode, content: Inline[]): Inline[] => {
  const { linkType, url } = fieldsOf(node)
  // Links to documents of the CMS lead nowhere in a chat, and no link holds another.
  if (typeof url !== 'string' || linkType === 'internal' || url.trim() === '') return content
  const own = content.flatMap((inline) => (inline.type === 'link' ? inline.content : [inline]))
  return [{ type: 'link', url: url.trim(), content: normalizeInlines(own) }]
}

const readNode = (node: LexicalNode, depth: number): Inline[] => {
  if (node.type === 'linebreak') return [{ type: 'linebreak' }]
  if (node.type === 'tab') return [{ type: 'text', text: '\t', marks: marksOf(node) }]
  if (typeof node.text === 'string') return readText(node.text, marksOf(node))
  if (node.type === 'inlineBlock') {
    const { latex } = fieldsOf(node)
    if (typeof latex === 'string') return [{ type: 'math', latex: latex.trim() }]
  }
  if (depth >= maxDepth) return readText(collectText(childrenOf(node)), [])
  const content = childrenOf(node).flatMap((child) => readNode(child, depth + 1))
  return node.type === 'link' || node.type === 'autolink' ? readLink(node, content) : content
}

/** The content of a line; of nodes unknown here the text is kept. */
export const readInlines = (nodes: readonly LexicalNode[]): Inline[] =>
  normalizeInlines(nodes.flatMap((node) => readNode(node, 0)))
