import type { TableCell } from '../../content/block.ts'
import { tableGrid } from './tableGrid.ts'

/** The same table with empty cells where a cell reached over from above, so that it can be cut between rows. */
export const withoutRowspans = (rows: readonly TableCell[][]): TableCell[][] => {
  if (rows.every((cells) => cells.every(({ rowspan }) => rowspan <= 1))) return [...rows]
  return tableGrid(rows).map((row, top) => {
    const own = new Set(rows[top])
    return Array.from(row).flatMap((slot): TableCell[] => {
      if (slot === undefined) return [{ content: [], isHeader: false, colspan: 1, rowspan: 1, align: 'left' }]
      if (slot.isStart) return [{ ...slot.cell, colspan: slot.span, rowspan: 1 }]
      return own.has(slot.cell) ? [] : [{ ...slot.cell, content: [], colspan: 1, rowspan: 1 }]
    })
  })
}
