import type { Block, Inline } from './block.ts'
import { elementNode } from './lexical/elementNode.ts'
import type { LexicalNode } from './lexical/lexicalNode.ts'
import { writeInlines } from './lexical/writeInlines.ts'
import { writeList } from './lexical/writeList.ts'
import { writeTable } from './lexical/writeTable.ts'

const blockTypes = {
  ...{ code: 'Code', math: 'Math', callout: 'Callout', details: 'Details', image: 'Image', video: 'Video' },
  ...{ audio: 'Audio', voice: 'Voice', file: 'File', album: 'Album', embed: 'Embed' },
} as const

/**
 * Blocks as the editor stores them. Ids of the editor's blocks are numbers in the order of the content, in the
 * form that Payload gives them, so that the same content is the same state.
 */
export const toLexical = (blocks: readonly Block[]): { root: Record<string, unknown> } => {
  let count = 0
  const nextId = () => {
    count += 1
    return count.toString(16).padStart(24, '0')
  }
  const line = (inlines: readonly Inline[]) => writeInlines(inlines, nextId)

  const fieldsNode = (type: keyof typeof blockTypes, fields: Record<string, unknown>): LexicalNode => {
    const head = { id: nextId(), blockName: '', blockType: blockTypes[type] }
    return { type: 'block', version: 2, format: '', fields: { ...head, ...fields } }
  }
  const blockNode = (block: Block): LexicalNode => {
    switch (block.type) {
      case 'paragraph':
        return { ...elementNode('paragraph', line(block.content)), textFormat: 0, textStyle: '' }
      case 'heading':
        return { ...elementNode('heading', line(block.content)), tag: `h${block.level}` }
      case 'quote':
        return elementNode('quote', line(block.content))
      case 'list':
        return writeList(block, line)
      case 'table':
        return writeTable(block.rows, line)
      case 'divider':
        return { type: 'horizontalrule', version: 1 }
      case 'callout': {
        const { type, kind, title, blocks: inner } = block
        return fieldsNode(type, { kind, title, content: { root: rootNode(inner) } })
      }
      case 'details': {
        const { type, summary, isOpen, blocks: inner } = block
        return fieldsNode(type, { summary, isOpen, content: { root: rootNode(inner) } })
      }
      default: {
        const { type, ...fields } = block
        return fieldsNode(type, fields)
      }
    }
  }
  // Lexical's editor takes no state without a node.
  const rootNode = (content: readonly Block[]) =>
    elementNode('root', content.length > 0 ? content.map(blockNode) : [elementNode('paragraph', [])])

  return { root: rootNode(blocks) }
}
