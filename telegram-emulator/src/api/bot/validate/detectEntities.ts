import type { MessageEntity } from '@grammyjs/types'

const PATTERNS: [type: 'bot_command' | 'url' | 'mention' | 'hashtag', pattern: RegExp][] = [
  ['bot_command', /(?<![\w/@#<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])/g],
  ['url', /(?<![\w/@])https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)'\]]/gi],
  ['mention', /(?<![\w/@])@[A-Za-z0-9_]{4,32}(?!\w)/g],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
]
/** Inside these Telegram looks for nothing. */
const OPAQUE = new Set(['code', 'pre', 'text_link', 'text_mention'])

/** The commands, links, mentions and hashtags that Telegram marks in a text by itself, added to the given ones. */
export function detectEntities(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      const isTaken =
        found.some((other) => overlap(other, entity)) ||
        given.some((other) => OPAQUE.has(other.type) && overlap(other, entity))
      if (!isTaken) found.push(entity)
    }
  }
  return [...given, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length)
}

function overlap(a: { offset: number; length: number }, b: { offset: number; length: number }): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
