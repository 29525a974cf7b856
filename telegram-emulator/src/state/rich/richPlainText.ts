import type { RichBlock, RichText } from '@grammyjs/types'

import { richParts } from './richParts.ts'
import { richTextParts } from './richTextParts.ts'

/** A rich message as text alone, each part of it in a line. */
export function richPlainText(blocks: readonly RichBlock[]): string {
  return blocks.flatMap(lines).join('\n')
}

export function plainText(text: RichText): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(plainText).join('')
  return plainText(richTextParts(text))
}

function lines(block: RichBlock): string[] {
  const { before, groups, after } = richParts(block)
  const shown = (texts: RichText[]) => texts.map(plainText).filter((text) => text !== '')
  return [...shown(before), ...groups.flat().flatMap(lines), ...shown(after)]
}
