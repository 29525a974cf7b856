import type { Inline, List, ListItem, TableCell } from '../../content/block.ts'
import { headerRows } from './headerRows.ts'
import { tableGrid, type Slot } from './tableGrid.ts'

type Row = readonly (Slot | undefined)[]

const bold = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((inline): Inline => {
    if (inline.type === 'link') return { ...inline, content: bold(inline.content) }
    if (inline.type !== 'text' || inline.marks.includes('bold')) return inline
    return { ...inline, marks: ['bold', ...inline.marks] }
  })

const text = (value: string, isBold = false): Inline => ({
  type: 'text',
  text: value,
  marks: isBold ? ['bold'] : [],
})

const separated = (parts: readonly Inline[][], separator: Inline): Inline[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]))

/** The words above some columns. */
const labelOf = (heads: readonly Row[], column: number, span: number): Inline[] => {
  const cells = new Set(heads.flatMap((row) => row.slice(column, column + span).map((slot) => slot?.cell)))
  const labels = [...cells].map((cell) => bold(cell?.content ?? [])).filter((label) => label.length > 0)
  return separated(labels, text(' · ', true))
}

const lineOf = (label: readonly Inline[], cell: TableCell | undefined): Inline[] => {
  const content = cell?.content ?? []
  const value = cell?.isHeader === true ? bold(content) : content
  if (label.length === 0) return value
  return [...label, text(': ', true), ...(value.length === 0 ? [text('—')] : value)]
}

/** A table that no chat has room for: an item for each row, a line for each cell, behind its column's header. */
export const tableAsList = (rows: readonly (readonly TableCell[])[]): List => {
  const grid = tableGrid(rows)
  const heads = grid.slice(0, headerRows(rows))
  const columns = Math.max(0, ...grid.map((row) => row.length))
  const above = new Set(heads.flatMap((row) => row.map((slot) => slot?.cell)))
  const items = grid.slice(heads.length).map((row): ListItem => {
    const lines = Array.from({ length: columns }, (_, column): Inline[] => {
      const slot = row[column]
      if (slot?.isStart === true) return lineOf(labelOf(heads, column, slot.span), slot.cell)
      // A place that no cell of the table's body fills still has its header.
      return above.has(slot?.cell) || slot === undefined ? lineOf(labelOf(heads, column, 1), undefined) : []
    })
    const content = separated(
      lines.filter((line) => line.length > 0),
      { type: 'linebreak' },
    )
    return { content, lists: [], isChecked: null }
  })
  return { type: 'list', kind: 'bullet', start: 1, items }
}
