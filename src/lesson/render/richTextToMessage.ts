import { childrenOf } from './lexical/childrenOf.ts'
import { codeBlock } from './lexical/codeBlock.ts'
import { collectText } from './lexical/collectText.ts'
import { fieldsOf } from './lexical/fieldsOf.ts'
import type { LexicalNode } from './lexical/lexicalNode.ts'
import { linkNode } from './lexical/linkNode.ts'
import { listBlock } from './lexical/listBlock.ts'
import { textNode } from './lexical/textNode.ts'
import { joinTexts } from './text/joinTexts.ts'
import { plainText } from './text/plainText.ts'
import type { RichText } from './text/richText.ts'
import { wrapText } from './text/wrapText.ts'

/** No author nests deeper; a tree that does is kept as bare text, so that no stack overflows. */
const maxDepth = 64
const ruleLine = '———'
const blockTypes: ReadonlySet<unknown> = new Set(
  'paragraph heading quote list code block horizontalrule table'.split(' '),
)

const inlineNode = (node: LexicalNode, depth: number): RichText => {
  if (node.type === 'linebreak') return plainText('\n')
  if (node.type === 'tab') return plainText('\t')
  if (typeof node.text === 'string') return textNode(node)
  const content = flow(childrenOf(node), depth + 1, '\n')
  return node.type === 'link' || node.type === 'autolink' ? linkNode(node, content) : content
}

const tableBlock = (table: LexicalNode, depth: number): RichText => {
  const partsOf = (node: LexicalNode, type: string) => (node.type === type ? childrenOf(node) : [node])
  const cells = (row: LexicalNode) =>
    partsOf(row, 'tablerow').map((cell) => flow(partsOf(cell, 'tablecell'), depth + 1, ' '))
  return joinTexts(
    childrenOf(table).map((row) => joinTexts(cells(row), ' | ')),
    '\n',
  )
}

const blockNode = (node: LexicalNode, depth: number): RichText => {
  const content = () => flow(childrenOf(node), depth + 1, '\n')
  const { blockType, code, language } = fieldsOf(node)
  switch (node.type) {
    case 'heading':
      return wrapText(content(), { type: 'bold' })
    case 'quote':
      return wrapText(content(), { type: 'blockquote' })
    case 'list':
      return listBlock(node, (nodes, separator) => flow(nodes, depth + 1, separator))
    case 'code':
      return codeBlock(content().text, node.language)
    case 'block':
      return blockType === 'Code' && typeof code === 'string' ? codeBlock(code, language) : content()
    case 'horizontalrule':
      return plainText(ruleLine)
    case 'table':
      return tableBlock(node, depth)
    default:
      return content()
  }
}

/** Nodes in their order: neighbouring inline ones as one text, each block apart, empty blocks left out. */
const flow = (nodes: readonly LexicalNode[], depth: number, separator: string): RichText => {
  if (depth > maxDepth) return plainText(collectText(nodes))
  const blocks: RichText[] = []
  const inline: RichText[] = []
  const endInline = () => joinTexts(inline.splice(0))
  for (const node of nodes) {
    // The root holds blocks only, so what is unknown there is one.
    const isBlock = blockTypes.has(node.type) || (depth === 0 && Array.isArray(node.children))
    if (isBlock) blocks.push(endInline(), blockNode(node, depth))
    else inline.push(inlineNode(node, depth))
  }
  // Spaces alone are no block, but between words they count.
  if (blocks.length === 0) return endInline()
  const isFilled = ({ text }: RichText) => text.trim() !== ''
  return joinTexts([...blocks, endInline()].filter(isFilled), separator)
}

/** A step's content, as Lexical stores it, as one text; of nodes unknown here the text is kept. */
export const richTextToMessage = (content: { root: LexicalNode } | null): RichText =>
  flow(content === null ? [] : childrenOf(content.root), 0, '\n\n')
