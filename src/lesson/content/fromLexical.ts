import type { Block, Inline } from './block.ts'
import { inlinesOf } from './inlinesOf.ts'
import { isBlank } from './isBlank.ts'
import { childrenOf } from './lexical/childrenOf.ts'
import { collectText } from './lexical/collectText.ts'
import { fieldsOf } from './lexical/fieldsOf.ts'
import type { LexicalNode } from './lexical/lexicalNode.ts'
import { maxDepth } from './lexical/maxDepth.ts'
import { readFields } from './lexical/readFields.ts'
import { readInlines } from './lexical/readInlines.ts'
import { readList } from './lexical/readList.ts'
import { readTable } from './lexical/readTable.ts'

const inlineTypes: ReadonlySet<unknown> = new Set(['linebreak', 'tab', 'link', 'autolink', 'inlineBlock'])
const isInline = (node: LexicalNode) => inlineTypes.has(node.type) || typeof node.text === 'string'

const paragraphOf = (content: Inline[]): Block[] => (isBlank(content) ? [] : [{ type: 'paragraph', content }])

/** The content of something that holds nothing but a line, whatever stands in it. */
const readLines = (nodes: readonly LexicalNode[], depth: number): Inline[] => {
  const content = nodes.every(isInline) ? readInlines(nodes) : inlinesOf(readBlocks(nodes, depth))
  return isBlank(content) ? [] : content
}

const readRoot = (content: unknown, depth: number): Block[] => {
  const { root } = (typeof content === 'object' && content !== null ? content : {}) as LexicalNode
  return typeof root === 'object' && root !== null ? readBlocks(childrenOf(root as LexicalNode), depth) : []
}

/** A block that nothing would be seen of is none. */
const isFilled = (block: Block): boolean => {
  if (block.type === 'code') return block.code.trim() !== ''
  if (block.type === 'math') return block.latex !== ''
  if (block.type === 'embed') return block.url !== '' || block.title !== ''
  if (block.type === 'album') return block.items.length > 0 || block.caption !== ''
  if ('media' in block) return block.media !== '' || block.caption !== ''
  if (block.type === 'callout') return block.blocks.length > 0 || block.title.trim() !== ''
  return block.type !== 'details' || block.blocks.length > 0 || block.summary.trim() !== ''
}

const readBlock = (node: LexicalNode, depth: number): Block[] => {
  const content = () => readLines(childrenOf(node), depth + 1)
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(content())
    case 'heading': {
      const level = Number(/^h([1-6])$/.exec(String(node.tag))?.[1] ?? 2) as 1 | 2 | 3 | 4 | 5 | 6
      const title = content()
      return title.length === 0 ? [] : [{ type: 'heading', level, content: title }]
    }
    case 'quote': {
      const quoted = content()
      return quoted.length === 0 ? [] : [{ type: 'quote', content: quoted }]
    }
    case 'list': {
      const list = readList(node, depth, readLines)
      return list === null ? [] : [list]
    }
    case 'table': {
      const rows = readTable(node, depth, readLines)
      return rows.length === 0 ? [] : [{ type: 'table', rows }]
    }
    case 'code': {
      const fields = { blockType: 'Code', language: node.language, code: collectText(childrenOf(node)) }
      return [readFields(fields, () => [])].filter((block) => block !== null).filter(isFilled)
    }
    case 'horizontalrule':
      return [{ type: 'divider' }]
    case 'block': {
      const block = readFields(fieldsOf(node), (inner) => readRoot(inner, depth + 1))
      if (block !== null) return isFilled(block) ? [block] : []
      return [...readRoot(fieldsOf(node).content, depth + 1), ...readBlocks(childrenOf(node), depth + 1)]
    }
    default:
      return readBlocks(childrenOf(node), depth + 1)
  }
}

const readBlocks = (nodes: readonly LexicalNode[], depth: number): Block[] => {
  if (depth > maxDepth) return paragraphOf(readInlines([{ type: 'text', text: collectText(nodes).trim() }]))
  const blocks: Block[] = []
  let inline: LexicalNode[] = []
  const endInline = () => {
    if (inline.length > 0) blocks.push(...paragraphOf(readInlines(inline)))
    inline = []
  }
  for (const node of nodes) {
    if (isInline(node)) inline.push(node)
    else {
      endInline()
      blocks.push(...readBlock(node, depth))
    }
  }
  endInline()
  return blocks
}

/**
 * A step's content, as the editor stores it, as blocks. Total: of nodes unknown here the text is kept, and
 * nothing that is no content fails.
 */
export const fromLexical = (content: { root: LexicalNode } | null): Block[] => readRoot(content, 0)
