import type { Block, Inline, List } from './block.ts'
import { isBlank } from './isBlank.ts'

const text = (value: string): Inline[] =>
  value
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ type: 'linebreak' as const }]),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line, marks: [] }]),
    ])

const lines = (parts: readonly Inline[][]): Inline[] =>
  parts
    .filter((part) => !isBlank(part))
    .flatMap((part, index): Inline[] => (index === 0 ? part : [{ type: 'linebreak' }, ...part]))

const listLines = (list: List): Inline[][] =>
  list.items.flatMap((item) => [item.content, ...item.lists.flatMap(listLines)])

const linesOf = (block: Block): Inline[][] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [block.content]
    case 'list':
      return listLines(block)
    case 'code':
      return [text(block.code)]
    case 'table':
      return block.rows.flat().map((cell) => cell.content)
    case 'math':
      return [[{ type: 'math', latex: block.latex }]]
    case 'callout':
      return [text(block.title), ...block.blocks.flatMap(linesOf)]
    case 'details':
      return [text(block.summary), ...block.blocks.flatMap(linesOf)]
    case 'divider':
      return []
    case 'image':
      return [text(block.caption || block.alt)]
    case 'album':
      return [...block.items.map((item) => text(item.alt)), text(block.caption)]
    case 'embed':
      return [[{ type: 'link', url: block.url, content: text(block.title) }]]
    default:
      return [text(block.caption)]
  }
}

/** What blocks say, as lines: for places that hold nothing but a line's content. */
export const inlinesOf = (blocks: readonly Block[]): Inline[] => lines(blocks.flatMap(linesOf))
