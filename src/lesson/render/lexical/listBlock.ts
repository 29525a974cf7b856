import { indentLines } from '../text/indentLines.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { childrenOf } from './childrenOf.ts'
import type { LexicalNode } from './lexicalNode.ts'

const indent = '    '

const isList = (node: LexicalNode) => node.type === 'list'

/** Neighbours that are lists, and neighbours that are not, in their order. */
const inRuns = (nodes: readonly LexicalNode[]): LexicalNode[][] => {
  const runs: LexicalNode[][] = []
  for (const node of nodes) {
    const run = runs.at(-1)
    if (run?.[0] !== undefined && isList(run[0]) === isList(node)) run.push(node)
    else runs.push([node])
  }
  return runs
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
  const lines = childrenOf(list).flatMap((item): RichText[] => {
    const children = item.type === 'listitem' ? childrenOf(item) : [item]
    const marker = markerOf(list, item, number)
    // An item that holds nothing but lists is Lexical's way of nesting: it has no number of its own.
    const isCarrier = children.length > 0 && children.every(isList)
    if (!isCarrier) number += 1
    const blocks = inRuns(children).map((nodes) => indentLines(flow(nodes, '\n'), indent))
    const firstOwn = inRuns(children).findIndex(([first]) => first !== undefined && !isList(first))
    if (blocks.length === 0) return [plainText(marker)]
    return blocks.map((block, index) => joinTexts([plainText(index === firstOwn ? marker : indent), block]))
  })
  return joinTexts(lines, '\n')
}
