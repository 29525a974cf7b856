import type { RichBlock, RichBlockTableCell } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { isObject, type Fields } from '../../fields.ts'
import { optionalBoolean, optionalChoice, optionalInteger, requiredArray } from './optionalFields.ts'
import { readRichText } from './readRichText.ts'
import type { RichContext } from './richContext.ts'

const HORIZONTAL = ['left', 'center', 'right'] as const
const VERTICAL = ['top', 'middle', 'bottom'] as const

export function readRichTable(value: Fields, context: RichContext): RichBlock {
  const cells = requiredArray(value, 'cells').map((row) => {
    if (!Array.isArray(row)) throw new Error('expected an Array of table cells')
    return row.map((cell) => readCell(cell, context))
  })
  if (cells.every((row) => row.length === 0)) throw badRequest('RICH_MESSAGE_CONTENT_REQUIRED')
  const caption = value.caption === undefined ? '' : readRichText(value.caption, context)
  const flags = (['is_bordered', 'is_striped', 'is_compact'] as const).filter((name) =>
    optionalBoolean(value, name),
  )
  return {
    type: 'table',
    cells,
    ...Object.fromEntries(flags.map((name) => [name, true as const])),
    ...(caption !== '' && { caption }),
  }
}

/** A cell without a text is invisible. */
function readCell(value: unknown, context: RichContext): RichBlockTableCell {
  if (!isObject(value)) throw badRequest('table cell must be non-empty')
  const text = value.text === undefined ? '' : readRichText(value.text, context)
  const colspan = readSpan(value, 'colspan')
  const rowspan = readSpan(value, 'rowspan')
  return {
    ...(text !== '' && { text }),
    ...(optionalBoolean(value, 'is_header') && { is_header: true as const }),
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
    align: optionalChoice(value, 'align', HORIZONTAL, 'left'),
    valign: optionalChoice(value, 'valign', VERTICAL, 'middle'),
  }
}

function readSpan(value: Fields, name: 'colspan' | 'rowspan'): number {
  const span = optionalInteger(value, name) ?? 1
  if (span < 0) throw badRequest(`invalid table cell ${name} specified`)
  return Math.max(span, 1)
}
