import type { TableCell } from '../../content/block.ts'

/** How wide a table is to Telegram: in each row, its own cells and those that reach into it from above. */
export const countColumns = (rows: readonly (readonly TableCell[])[]): number => {
  let widest = 0
  /** Columns that cells from above take, by the row at which they end. */
  const reaching = new Map<number, number>()
  let taken = 0
  rows.forEach((cells, index) => {
    taken -= reaching.get(index) ?? 0
    for (const { colspan, rowspan } of cells) {
      const end = index + Math.max(1, rowspan)
      reaching.set(end, (reaching.get(end) ?? 0) + Math.max(1, colspan))
      taken += Math.max(1, colspan)
    }
    widest = Math.max(widest, taken)
  })
  return widest
}
