import type { TableCell } from '../../content/block.ts'

/** How many rows at the top are headers; none where all are, for there is nothing that they would head. */
export const headerRows = (rows: readonly (readonly TableCell[])[]): number => {
  const first = rows.findIndex((cells) => cells.some((cell) => !cell.isHeader))
  return first === -1 ? 0 : first
}
