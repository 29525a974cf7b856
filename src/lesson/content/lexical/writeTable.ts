import type { Inline, TableCell } from '../block.ts'
import { elementNode } from './elementNode.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** Lexical knows a header of its row (1) from one of its column (2). */
const headerStateOf = (rows: readonly TableCell[][], row: number, cell: TableCell) => {
  if (!cell.isHeader) return 0
  return rows[row]?.every(({ isHeader }) => isHeader) ? 1 : 2
}

export const writeTable = (
  rows: readonly TableCell[][],
  write: (inlines: readonly Inline[]) => LexicalNode[],
): LexicalNode => {
  const cellNode = (cell: TableCell, row: number) => {
    const { colspan: colSpan, rowspan: rowSpan, align } = cell
    const paragraph = { ...elementNode('paragraph', write(cell.content)), textFormat: 0, textStyle: '' }
    const shape = { headerState: headerStateOf(rows, row, cell), colSpan, rowSpan, backgroundColor: null }
    const aligned = { ...paragraph, format: align === 'left' ? '' : align }
    return { ...elementNode('tablecell', [aligned]), ...shape }
  }
  return elementNode(
    'table',
    rows.map((cells, row) =>
      elementNode(
        'tablerow',
        cells.map((cell) => cellNode(cell, row)),
      ),
    ),
  )
}
