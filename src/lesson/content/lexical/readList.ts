import type { Inline, List, ListItem } from '../block.ts'
import { childrenOf } from './childrenOf.ts'
import type { LexicalNode } from './lexicalNode.ts'
import { maxDepth } from './maxDepth.ts'

const kinds: Readonly<Record<string, List['kind']>> = { number: 'ordered', check: 'task' }

/** `readLines` reads what an item holds beside lists. Null: it has no items. */
export const readList = (
  node: LexicalNode,
  depth: number,
  readLines: (nodes: readonly LexicalNode[], depth: number) => Inline[],
): List | null => {
  // A list too deep is read as lines.
  const isList = (part: LexicalNode) => part.type === 'list' && depth < maxDepth
  const kind = kinds[String(node.listType)] ?? 'bullet'
  const items: ListItem[] = []
  for (const child of childrenOf(node)) {
    const parts = child.type === 'listitem' ? childrenOf(child) : [child]
    const lists = parts.filter(isList).flatMap((list) => readList(list, depth + 1, readLines) ?? [])
    // An item that holds nothing but lists is Lexical's way of nesting: they belong to the item before.
    const owner = lists.length > 0 && parts.every(isList) ? items.at(-1) : undefined
    if (owner !== undefined) owner.lists.push(...lists)
    else {
      const content = readLines(
        parts.filter((part) => !isList(part)),
        depth + 1,
      )
      items.push({ content, lists, isChecked: kind === 'task' ? child.checked === true : null })
    }
  }
  const start = kind === 'ordered' && Number.isSafeInteger(node.start) ? (node.start as number) : 1
  return items.length === 0 ? null : { type: 'list', kind, start, items }
}
