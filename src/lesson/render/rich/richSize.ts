import type { RichText } from '@grammyjs/types'

import type { RichBlock } from './richBlocks.ts'
import { richLimits } from './richLimits.ts'

/** What Telegram counts of a rich message. Blocks are also items of lists and rows of tables. */
export type RichSize = { characters: number; blocks: number; media: number }

const lengthOf = (text: RichText | undefined): number => {
  if (text === undefined) return 0
  if (typeof text === 'string') return text.length
  if (Array.isArray(text)) return text.reduce((sum, part) => sum + lengthOf(part), 0)
  if (text.type === 'mathematical_expression') return text.expression.length
  return 'text' in text ? lengthOf(text.text) : 0
}

const addBlock = (size: RichSize, block: RichBlock): void => {
  size.blocks += 1
  if ('text' in block) size.characters += lengthOf(block.text)
  if ('caption' in block && block.caption !== undefined)
    size.characters += lengthOf(
      typeof block.caption === 'object' && 'text' in block.caption ? block.caption.text : block.caption,
    )
  switch (block.type) {
    case 'mathematical_expression':
      size.characters += block.expression.length
      break
    case 'list':
      size.blocks += block.items.length
      for (const item of block.items) for (const inner of item.blocks) addBlock(size, inner)
      break
    case 'table':
      size.blocks += block.cells.length
      for (const cell of block.cells.flat()) size.characters += lengthOf(cell.text)
      break
    case 'details':
      size.characters += lengthOf(block.summary)
      for (const inner of block.blocks) addBlock(size, inner)
      break
    case 'blockquote':
    case 'collage':
    case 'slideshow':
      for (const inner of block.blocks) addBlock(size, inner)
      break
    case 'photo':
    case 'video':
    case 'animation':
    case 'audio':
    case 'voice_note':
    case 'document':
      size.media += 1
  }
}

export const richSize = (blocks: readonly RichBlock[]): RichSize => {
  const size: RichSize = { characters: 0, blocks: 0, media: 0 }
  for (const block of blocks) addBlock(size, block)
  return size
}

export const addSizes = (a: RichSize, b: RichSize): RichSize => ({
  characters: a.characters + b.characters,
  blocks: a.blocks + b.blocks,
  media: a.media + b.media,
})

export const fitsMessage = ({ characters, blocks, media }: RichSize): boolean =>
  characters <= richLimits.characters && blocks <= richLimits.blocks && media <= richLimits.media
