import { childrenOf } from './lexical/childrenOf.ts'
import { fieldsOf } from './lexical/fieldsOf.ts'
import type { LexicalNode } from './lexical/lexicalNode.ts'

const knownNodes: ReadonlySet<unknown> = new Set([
  ...['paragraph', 'heading', 'quote', 'list', 'listitem', 'code', 'horizontalrule'],
  ...['table', 'tablerow', 'tablecell', 'text', 'code-highlight', 'linebreak', 'tab', 'link', 'autolink'],
])
const knownBlocks: ReadonlySet<unknown> = new Set([
  ...[
    'Code',
    'Math',
    'InlineMath',
    'Callout',
    'Details',
    'Image',
    'Video',
    'Audio',
    'Voice',
    'File',
    'Album',
  ],
  'Embed',
])

/** Kinds of nodes of which nothing but the text beneath them is kept. */
export const unknownNodes = (content: { root: LexicalNode } | null): string[] => {
  const found = new Set<string>()
  const waiting = content === null ? [] : childrenOf(content.root)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const fields = fieldsOf(node)
    const isBlock = node.type === 'block' || node.type === 'inlineBlock'
    if (isBlock && !knownBlocks.has(fields.blockType)) found.add(String(fields.blockType))
    if (!isBlock && !knownNodes.has(node.type)) found.add(String(node.type))
    const { root } = fieldsOf({ fields: fields.content })
    waiting.push(...childrenOf(node), ...(isBlock ? childrenOf(fieldsOf({ fields: root })) : []))
  }
  return [...found].sort()
}
