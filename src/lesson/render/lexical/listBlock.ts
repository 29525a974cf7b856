import { indentLines } from '../text/indentLines.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { childrenOf } from './childrenOf.ts'
import type { LexicalNode } from './lexicalNode.ts'

const indent = '    '

/** An item that only carries a nested list: Lexical's way of nesting. It has no number of its own. */
const isCarrier = (item: LexicalNode) => {
  const children = childrenOf(item)
  return children.length > 0 && children.every((child) => child.type === 'list')
}

const markerOf = (list: LexicalNode, item: LexicalNode, number: number): string => {
  if (list.listType === 'check') return item.checked === true ? '☑ ' : '☐ '
  return list.listType === 'number' ? `${number}. ` : '• '
}

/** A list as lines, nested ones indented. `flow` renders what an item holds. */
export const listBlock = (
  list: LexicalNode,
  flow: (nodes: readonly LexicalNode[], separator: string) => RichText,
): RichText => {
  let number = typeof list.start === 'number' ? list.start : 1
  const nested = (node: LexicalNode) =>
    indentLines(joinTexts([plainText(indent), flow([node], '\n')]), indent)
  const lines = childrenOf(list).flatMap((item): RichText[] => {
    const children = childrenOf(item)
    const lists = children.filter((child) => child.type === 'list').map(nested)
    if (isCarrier(item)) return lists
    const marker = plainText(markerOf(list, item, number))
    number += 1
    const own = children.filter((child) => child.type !== 'list')
    return [joinTexts([marker, indentLines(flow(own, '\n'), indent)]), ...lists]
  })
  return joinTexts(lines, '\n')
}
