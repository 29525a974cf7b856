import { childrenOf } from './childrenOf.ts'
import { fieldsOf } from './fieldsOf.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** All text beneath some nodes, without recursion: the way out of trees too deep to be drawn. */
export const collectText = (nodes: readonly LexicalNode[]): string => {
  const texts: string[] = []
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node.text === 'string') texts.push(node.text)
    if (node.type === 'linebreak' || node.type === 'paragraph' || node.type === 'listitem') texts.push('\n')
    const { root } = fieldsOf({ fields: fieldsOf(node).content })
    for (const child of childrenOf(fieldsOf({ fields: root })).reverse()) waiting.push(child)
    for (const child of childrenOf(node).reverse()) waiting.push(child)
  }
  return texts.join('')
}
