import type { MessageEntity } from '@grammyjs/types'

/** Of two entities over the same text the one with the lower number comes first, and so holds the other. */
const PRIORITY: Readonly<Partial<Record<MessageEntity['type'], number>>> = {
  blockquote: 0,
  expandable_blockquote: 0,
  code: 20,
  date_time: 30,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
}
const FOUND = 50

function priority(entity: MessageEntity): number {
  if (entity.type === 'pre') return entity.language === undefined ? 11 : 10
  return PRIORITY[entity.type] ?? FOUND
}

/** By where they begin, the longer first. */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length || priority(a) - priority(b))
}

export function endOf({ offset, length }: MessageEntity): number {
  return offset + length
}
