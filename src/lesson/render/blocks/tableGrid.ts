import type { TableCell } from '../../content/block.ts'

/** A place of a table. `isStart`: the cell's text stands here; else the cell reaches over from another place. */
export type Slot = { cell: TableCell; isStart: boolean; span: number }

/** Wider is no table that anybody has made. */
const maxColumns = 1000

/** The places of a table's cells, row by row, with spans laid out. */
export const tableGrid = (rows: readonly (readonly TableCell[])[]): (Slot | undefined)[][] => {
  const grid: (Slot | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, top) => {
    let column = 0
    for (const cell of cells) {
      while (grid[top]?.[column] !== undefined) column += 1
      const span = Math.max(1, Math.min(cell.colspan, maxColumns - column))
      const bottom = Math.min(top + Math.max(1, cell.rowspan), rows.length)
      for (let row = top; row < bottom; row += 1)
        for (let place = column; place < column + span; place += 1) {
          const isStart = row === top && place === column
          const line = grid[row]
          // A cell that reaches here from above stays; where a text starts, nothing else is.
          if (line !== undefined && (isStart || line[place] === undefined))
            line[place] = { cell, isStart, span }
        }
      column += span
    }
  })
  return grid
}
