import type { Block, Inline, List } from '../../../lesson/content/block.ts'
import { inlineText } from './inlineText.ts'

const linebreak: Inline = { type: 'linebreak' }
const plain = (text: string): Inline => ({ type: 'text', text, marks: [] })

const listLines = (list: List, indent: string): Inline[][] =>
  list.items.flatMap((item, index) => {
    const label = list.kind === 'ordered' ? `${list.start + index}. ` : '• '
    return [
      [plain(indent + label), ...item.content],
      ...item.lists.flatMap((inner) => listLines(inner, `${indent}\u2003`)),
    ]
  })

const codeLines = (code: string): Inline[][] =>
  code.split('\n').map((text) => (text === '' ? [] : [{ type: 'text', text, marks: ['code'] }]))

/** A block as lines, or null for one that cannot stand within a line. */
const linesOf = (block: Block): Inline[][] | null => {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return [block.content]
    case 'heading':
      return [
        block.content.map((inline) =>
          inline.type === 'text' && !inline.marks.includes('bold')
            ? { ...inline, marks: [...inline.marks, 'bold' as const] }
            : inline,
        ),
      ]
    case 'list':
      return listLines(block, '')
    case 'code':
      return codeLines(block.code)
    case 'math':
      return [[{ type: 'math', latex: block.latex }]]
    default:
      return null
  }
}

/**
 * Blocks for a place that takes lines alone (a cell, a quote): what is a line there, and the blocks that have to
 * stand after it.
 */
export const flatten = (blocks: readonly Block[]): { content: Inline[]; lifted: Block[] } => {
  const lines: Inline[][] = []
  const lifted: Block[] = []
  for (const block of blocks) {
    const found = linesOf(block)
    if (found === null) lifted.push(block)
    else lines.push(...found)
  }
  const content = lines.flatMap((line, index) => (index === 0 ? line : [linebreak, ...line]))
  return { content: inlineText(content).trim() === '' ? [] : content, lifted }
}
