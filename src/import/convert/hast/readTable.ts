import type { Element, RootContent } from 'hast'

import type { Block, TableCell } from '../../../lesson/content/block.ts'
import type { Context } from './context.ts'
import { flatten } from './flatten.ts'
import { numberOf, propertyOf } from './properties.ts'

const maxSpan = 100

const alignOf = (cell: Element): TableCell['align'] => {
  const align =
    propertyOf(cell, 'align') || (/text-align:\s*(\w+)/.exec(propertyOf(cell, 'style'))?.[1] ?? '')
  return align === 'center' || align === 'right' ? align : 'left'
}

const isElement = (node: RootContent): node is Element => node.type === 'element'

const findAll = (element: Element, names: string[], stop: string[]): Element[] =>
  element.children.filter(isElement).flatMap((child) => {
    if (names.includes(child.tagName)) return [child]
    return stop.includes(child.tagName) ? [] : findAll(child, names, stop)
  })

/** A table of lines; what cannot stand in a cell (pictures, code of many lines) comes after it. */
export const readTable = (table: Element, context: Context): Block[] => {
  const lifted: Block[] = []
  const rows = findAll(table, ['tr'], ['table', 'caption']).map((row) =>
    findAll(row, ['td', 'th'], ['table', 'tr']).map((cell): TableCell => {
      const flat = flatten(context.read.blocks(cell.children, context))
      lifted.push(...flat.lifted)
      return {
        content: flat.content,
        isHeader: cell.tagName === 'th',
        colspan: Math.min(numberOf(cell, 'colSpan', 1), maxSpan),
        rowspan: Math.min(numberOf(cell, 'rowSpan', 1), maxSpan),
        align: alignOf(cell),
      }
    }),
  )
  const captions = findAll(table, ['caption'], ['tr']).flatMap((caption) =>
    context.read.blocks(caption.children, context),
  )
  const filled = rows.filter((row) => row.length > 0)
  const hasText = filled.some((row) => row.some(({ content }) => content.length > 0))
  // Tables that hold pictures side by side are no tables in a chat.
  return [...captions, ...(hasText ? [{ type: 'table' as const, rows: filled }] : []), ...lifted]
}
