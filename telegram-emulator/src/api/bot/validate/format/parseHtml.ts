import type { MessageEntity } from '@grammyjs/types'

import { canonicalDateFormat } from './dateFormat.ts'
import { decodeCharacter } from './decodeCharacter.ts'
import { isEmojiId, linkEntity } from './links.ts'
import {
  byteOffset,
  isSpace,
  lowerAscii,
  parseError,
  type FindMentioned,
  type ParsedText,
} from './parsedText.ts'
import { readStartTag, type StartTag } from './readStartTag.ts'

interface OpenTag extends StartTag {
  offset: number
}

const SIMPLE = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
} as const

/** Reads parse_mode HTML. */
export function parseHtml(given: string, findMentioned: FindMentioned): ParsedText {
  const open: OpenTag[] = []
  const entities: MessageEntity[] = []
  const languages = new Map<MessageEntity, string>()
  let text = ''
  let index = 0
  let hasHalf = false
  while (index < given.length) {
    const character = decodeCharacter(given, index)
    const isReference = character.end > index + 1
    if (character.value !== '<' || isReference) {
      // Two references to the halves of a character are not joined.
      hasHalf ||= isReference && !character.value.isWellFormed()
      text += character.value
      index = character.end
    } else if (given[index + 1] !== '/') {
      const tag = readStartTag(given, index)
      open.push({ ...tag, offset: text.length })
      index = tag.end
    } else {
      const tag = open.at(-1)
      index = readEndTag(given, index, tag?.name)
      if (tag) close(tag)
      open.pop()
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw parseError(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  if (hasHalf) {
    throw parseError(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  }
  return { text, entities }

  function close(tag: OpenTag): void {
    const span = { offset: tag.offset, length: text.length - tag.offset }
    if (span.length === 0) return
    if (tag.name === 'code' || tag.name === 'pre') return closeCode(tag, span)
    const entity = entityOf(tag, span)
    if (entity) entities.push(entity)
  }

  /** `pre` and `code` around the same text are one block of code in the language of `code`. */
  function closeCode(tag: OpenTag, span: { offset: number; length: number }): void {
    const last = entities.at(-1)
    const other = tag.name === 'pre' ? 'code' : 'pre'
    if (last?.type === other && last.offset === span.offset && last.length === span.length) {
      const language = tag.name === 'pre' ? languages.get(last) : tag.argument
      if (language) {
        entities.splice(-1, 1, { type: 'pre', ...span, language })
        return
      }
    }
    const entity: MessageEntity = { type: tag.name === 'pre' ? 'pre' : 'code', ...span }
    if (tag.argument !== '') languages.set(entity, tag.argument)
    entities.push(entity)
  }

  function entityOf(tag: OpenTag, span: { offset: number; length: number }): MessageEntity | undefined {
    switch (tag.name) {
      case 'a':
        return linkEntity(tag.argument || text.slice(tag.offset), span, findMentioned)
      case 'blockquote':
        return { type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote', ...span }
      case 'tg-emoji':
        if (!isEmojiId(tag.argument)) throw parseError('Invalid custom emoji identifier specified')
        return { type: 'custom_emoji', ...span, custom_emoji_id: tag.argument }
      case 'tg-time': {
        const date_time_format = canonicalDateFormat(tag.argument)
        if (date_time_format === undefined) throw parseError('Invalid date format used')
        return tag.unixTime > 0
          ? { type: 'date_time', ...span, unix_time: tag.unixTime, date_time_format }
          : undefined
      }
      default:
        return { type: SIMPLE[tag.name as keyof typeof SIMPLE], ...span }
    }
  }
}

/** Checks the end tag against the open one and gives the index behind it. */
function readEndTag(given: string, begin: number, expected: string | undefined): number {
  const at = `at byte offset ${byteOffset(given, begin)}`
  if (expected === undefined) throw parseError(`Unexpected end tag ${at}`)
  let index = begin + 2
  while (!isSpace(given.charAt(index)) && given[index] !== '>') index += 1
  const name = lowerAscii(given.slice(begin + 2, index))
  while (index < given.length && given[index] !== '\0' && isSpace(given.charAt(index))) index += 1
  if (given[index] !== '>') throw parseError(`Unclosed end tag ${at}`)
  if (name !== '' && name !== expected)
    throw parseError(`Unmatched end tag ${at}, expected "</${expected}>", found "</${name}>"`)
  return index + 1
}
