import { childrenOf } from './childrenOf.ts'
import { fieldsOf } from './fieldsOf.ts'
import type { LexicalNode } from './lexicalNode.ts'

const supported: ReadonlySet<unknown> = new Set([
  ...['paragraph', 'heading', 'quote', 'list', 'listitem', 'code', 'horizontalrule'],
  ...['table', 'tablerow', 'tablecell', 'text', 'code-highlight', 'linebreak', 'tab', 'link', 'autolink'],
])

/** Kinds of nodes of which a chat would show nothing but the text beneath them: pictures, custom blocks. */
export const unsupportedNodes = (content: { root: LexicalNode } | null): string[] => {
  const found = new Set<string>()
  const waiting = content === null ? [] : childrenOf(content.root)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { blockType } = fieldsOf(node)
    const kind = node.type === 'block' || node.type === 'inlineBlock' ? blockType : node.type
    const isCode = node.type === 'block' && blockType === 'Code'
    if (!supported.has(node.type) && !isCode) found.add(String(kind))
    waiting.push(...childrenOf(node))
  }
  return [...found].sort()
}
