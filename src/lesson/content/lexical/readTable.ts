import type { Inline, TableCell } from '../block.ts'
import { childrenOf } from './childrenOf.ts'
import type { LexicalNode } from './lexicalNode.ts'

const spanOf = (value: unknown) => (Number.isSafeInteger(value) ? Math.max(1, value as number) : 1)

const alignOf = (cell: LexicalNode): TableCell['align'] => {
  const format = childrenOf(cell)[0]?.format
  if (format === 'center') return 'center'
  return format === 'right' || format === 'end' ? 'right' : 'left'
}

/** The rows of a table that have cells. `readLines` reads what a cell holds. */
export const readTable = (
  node: LexicalNode,
  depth: number,
  readLines: (nodes: readonly LexicalNode[], depth: number) => Inline[],
): TableCell[][] => {
  const partsOf = (parent: LexicalNode, type: string) =>
    parent.type === type ? childrenOf(parent) : [parent]
  const rows = childrenOf(node).map((row) =>
    partsOf(row, 'tablerow').map((cell): TableCell => ({
      content: readLines(partsOf(cell, 'tablecell'), depth + 1),
      isHeader: typeof cell.headerState === 'number' && cell.headerState !== 0,
      colspan: spanOf(cell.colSpan),
      rowspan: spanOf(cell.rowSpan),
      align: alignOf(cell),
    })),
  )
  return rows.filter((cells) => cells.length > 0)
}
