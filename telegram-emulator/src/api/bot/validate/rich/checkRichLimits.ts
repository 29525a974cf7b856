import type { RichBlock, RichBlockTableCell, RichText } from '@grammyjs/types'

import { richParts } from '../../../../state/rich/richParts.ts'
import { richTextParts } from '../../../../state/rich/richTextParts.ts'
import { badRequest } from '../../botApiError.ts'
import { LIMITS } from '../limits.ts'

const MEDIA = new Set<RichBlock['type']>(['photo', 'video', 'animation', 'audio', 'voice_note', 'document'])

interface Size {
  characters: number
  /** Blocks, items of lists and rows of tables. */
  blocks: number
  media: number
  depth: number
  columns: number
  /** Whether there is anything to see. */
  isVisible: boolean
}

/** Refuses a rich message that is larger than Telegram allows, or of which nothing is to be seen. */
export function checkRichLimits(blocks: readonly RichBlock[]): void {
  const size: Size = { characters: 0, blocks: 0, media: 0, depth: 0, columns: 0, isVisible: false }
  for (const block of blocks) addBlock(size, block, 1)
  if (size.characters > LIMITS.richCharacters) throw badRequest('RICH_MESSAGE_TEXT_TOO_LONG')
  if (size.blocks > LIMITS.richBlocks) throw badRequest('RICH_MESSAGE_BLOCKS_TOO_MANY')
  if (size.depth > LIMITS.richDepth) throw badRequest('RICH_MESSAGE_DEPTH_INVALID')
  if (size.media > LIMITS.richMedia) throw badRequest('RICH_MESSAGE_MEDIA_TOO_MANY')
  if (size.columns > LIMITS.richTableColumns) throw badRequest('RICH_MESSAGE_TABLE_COLS_TOO_MANY')
  if (!size.isVisible) throw badRequest('RICH_MESSAGE_EMPTY')
}

function addBlock(size: Size, block: RichBlock, depth: number): void {
  size.blocks += 1
  size.depth = Math.max(size.depth, depth)
  if (MEDIA.has(block.type)) size.media += 1
  if (MEDIA.has(block.type) || block.type === 'map') size.isVisible = true
  const { before, groups, after } = richParts(block)
  for (const text of [...before, ...after]) addText(size, text, depth)
  for (const inner of groups.flat()) addBlock(size, inner, depth + 1)
  if (block.type === 'list') size.blocks += groups.length
  if (block.type === 'table') {
    size.blocks += block.cells.length
    size.columns = Math.max(size.columns, countColumns(block.cells))
  }
}

function addText(size: Size, text: RichText, depth: number): void {
  if (typeof text === 'string') {
    size.characters += [...text].length
    size.isVisible ||= /\S/.test(text)
  } else if (Array.isArray(text)) for (const part of text) addText(size, part, depth)
  else {
    size.depth = Math.max(size.depth, depth + 1)
    addText(size, richTextParts(text), depth + 1)
  }
}

/** A cell takes its columns in all rows that it spans. */
function countColumns(rows: readonly RichBlockTableCell[][]): number {
  let widest = 0
  let reaching: { columns: number; rows: number }[] = []
  for (const row of rows) {
    const begun = row.map(({ colspan = 1, rowspan = 1 }) => ({ columns: colspan, rows: rowspan }))
    reaching = [...reaching, ...begun]
    widest = Math.max(
      widest,
      reaching.reduce((sum, { columns }) => sum + columns, 0),
    )
    reaching = reaching.map((cell) => ({ ...cell, rows: cell.rows - 1 })).filter((cell) => cell.rows > 0)
  }
  return widest
}
