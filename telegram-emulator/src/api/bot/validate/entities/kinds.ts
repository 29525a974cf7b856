import type { MessageEntity } from '@grammyjs/types'

/** In the order in which the pieces of split entities are written. */
export const STYLES = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const
export type Style = (typeof STYLES)[number]

const CODE = new Set<MessageEntity['type']>(['pre', 'code', 'date_time'])

/** Styles may be cut into pieces; everything else stays whole. */
export function isStyle(entity: MessageEntity): entity is MessageEntity & { type: Style } {
  return (STYLES as readonly string[]).includes(entity.type)
}

export function isQuote({ type }: MessageEntity): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote'
}

/** Code and dates hold no other entity. */
export function isOpaque({ type }: MessageEntity): boolean {
  return CODE.has(type)
}

/** Links, mentions, emoji and what Telegram finds: they lie in each other never. */
export function isContinuous(entity: MessageEntity): boolean {
  return !isStyle(entity) && !isQuote(entity) && !isOpaque(entity)
}
