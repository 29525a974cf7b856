import stringWidth from 'string-width'

import type { Inline, TableCell } from '../../content/block.ts'
import { headerRows } from '../blocks/headerRows.ts'
import { tableAsList } from '../blocks/tableAsList.ts'
import { tableGrid, type Slot } from '../blocks/tableGrid.ts'
import { joinTexts } from '../text/joinTexts.ts'
import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { wrapText } from '../text/wrapText.ts'
import { inlineText } from './inlineText.ts'
import { listText } from './listText.ts'

type Row = readonly (Slot | undefined)[]

/** Columns of monospace that a phone shows without breaking lines. */
const maxWidth = 40
/** A longer table is drawn in parts, each below the header. */
const maxLength = 3500
/** Fonts of East Asian readers draw Unicode's lines for tables as wide as two letters; these are one wide everywhere. */
const separator = ' | '

/** Monospace bears no links and hides nothing, and a cell of several lines would tear its row apart. */
const isPlain = (inline: Inline): boolean =>
  inline.type === 'math' || (inline.type === 'text' && !inline.marks.includes('spoiler'))

const widthsOf = (grid: readonly Row[], textOf: (cell: TableCell) => string): number[] => {
  const widths = Array.from({ length: Math.max(...grid.map((row) => row.length)) }, () => 1)
  const starts = grid.flatMap((row) => row.map((slot, column) => ({ slot, column })))
  // Cells over several columns come last: they widen only where their columns together are too narrow.
  starts.sort((a, b) => (a.slot?.span ?? 0) - (b.slot?.span ?? 0))
  for (const { slot, column } of starts) {
    if (slot?.isStart !== true) continue
    const own = widths.slice(column, column + slot.span)
    const room = own.reduce((sum, width) => sum + width, (own.length - 1) * separator.length)
    const last = column + own.length - 1
    widths[last] = (widths[last] ?? 0) + Math.max(0, stringWidth(textOf(slot.cell)) - room)
  }
  return widths
}

const padded = (text: string, width: number, align: TableCell['align']): string => {
  const room = Math.max(0, width - stringWidth(text))
  const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0
  return ' '.repeat(before) + text + ' '.repeat(room - before)
}

const rowLine = (row: Row, widths: readonly number[], textOf: (cell: TableCell) => string): string => {
  const parts: string[] = []
  for (let column = 0; column < widths.length;) {
    const slot = row[column]
    const span = slot?.isStart === true ? slot.span : 1
    const own = widths.slice(column, column + span)
    const width = own.reduce((sum, one) => sum + one, (own.length - 1) * separator.length)
    parts.push(slot?.isStart === true ? padded(textOf(slot.cell), width, slot.cell.align) : ' '.repeat(width))
    column += span
  }
  return parts.join(separator).trimEnd()
}

const drawn = (heads: readonly string[], lines: readonly string[]): RichText[] => {
  const parts: string[][] = []
  let length = Infinity
  for (const line of lines) {
    if (length + line.length > maxLength) {
      parts.push([...heads])
      length = heads.join('\n').length
    }
    parts.at(-1)?.push(line)
    length += line.length + 1
  }
  return parts.map((part) => wrapText({ text: part.join('\n'), entities: [] }, { type: 'pre' }))
}

/** A table as aligned monospace where a phone has room for it, else as a list. */
export const tableText = (rows: readonly (readonly TableCell[])[]): RichText => {
  const cells = rows.flat()
  const texts = new Map(cells.map((cell) => [cell, inlineText(cell.content).text.trim()]))
  const textOf = (cell: TableCell) => texts.get(cell) ?? ''
  const isDrawable =
    cells.every(({ content }) => content.every(isPlain)) && ![...texts.values()].join('').includes('\n')
  const grid = isDrawable ? tableGrid(rows) : []
  const widths = isDrawable ? widthsOf(grid, textOf) : []
  const width = widths.reduce((sum, one) => sum + one, (widths.length - 1) * separator.length)
  if (!isDrawable || width > maxWidth) return listText(tableAsList(rows))
  const lines = grid.map((row) => rowLine(row, widths, textOf))
  const heads = headerRows(rows)
  const rule = plainText(widths.map((one) => '-'.repeat(one)).join('-+-')).text
  const above = heads === 0 ? [] : [...lines.slice(0, heads), rule]
  return joinTexts(drawn(above, lines.slice(heads)), '\n\n')
}
