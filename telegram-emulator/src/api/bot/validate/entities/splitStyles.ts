import type { MessageEntity } from '@grammyjs/types'

import { isOpaque, STYLES, type Style } from './kinds.ts'
import { endOf, sortEntities } from './order.ts'

interface Span {
  begin: number
  end: number
}

/**
 * Cuts styles wherever another entity begins or ends, so that none crosses another, and joins those of one kind
 * that touch. Inside code no style is left. Both lists are sorted.
 */
export function splitStyles(
  styles: readonly (MessageEntity & { type: Style })[],
  others: readonly MessageEntity[],
): MessageEntity[] {
  const open = new Map<Style, Span>()
  let pieces: MessageEntity[] = []
  let next = 0

  const cutAt = (offset: number) => {
    for (const type of STYLES) {
      const span = open.get(type)
      if (!span || span.begin >= offset) continue
      const end = Math.min(span.end, offset)
      pieces.push({ type, offset: span.begin, length: end - span.begin })
      if (span.end <= offset) open.delete(type)
      else span.begin = offset
    }
  }
  const advanceTo = (offset: number) => {
    for (let style = styles[next]; style && style.offset < offset; style = styles[++next]) {
      const span = open.get(style.type)
      if (span && style.offset <= span.end) {
        span.end = Math.max(span.end, endOf(style))
      } else {
        cutAt(style.offset)
        open.set(style.type, { begin: style.offset, end: endOf(style) })
      }
    }
    cutAt(offset)
  }

  const around: MessageEntity[] = []
  const closeUpTo = (offset: number) => {
    for (let inner = around.at(-1); inner && offset >= endOf(inner); inner = around.at(-1)) {
      const before = pieces.length
      advanceTo(endOf(inner))
      if (isOpaque(inner)) pieces = pieces.slice(0, before)
      around.pop()
    }
    advanceTo(offset)
  }
  for (const other of others) {
    closeUpTo(other.offset)
    around.push(other)
  }
  closeUpTo(Infinity)
  return sortEntities(pieces)
}
