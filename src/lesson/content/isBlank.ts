import { isInvisible } from '../engine/isInvisible.ts'
import type { Inline } from './block.ts'

/** Whether a person would see nothing. A link without words is seen: its address stands for them. */
export const isBlank = (inlines: readonly Inline[]): boolean =>
  inlines.every(
    (inline) => inline.type === 'linebreak' || (inline.type === 'text' && isInvisible(inline.text)),
  )
