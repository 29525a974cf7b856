import type { MessageEntity } from '@grammyjs/types'

import { notEmulated } from '../../botApiError.ts'
import { decodeCharacter } from './decodeCharacter.ts'
import { readStartTag, type StartTag } from './readStartTag.ts'
import {
  byteOffset,
  linkEntity,
  parseError,
  tidyEntities,
  type FindMentioned,
  type ParsedText,
} from './parsedText.ts'

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
  while (index < given.length) {
    const character = decodeCharacter(given, index)
    if (character.value !== '<' || character.end > index + 1) {
      text += character.value
      index = character.end
    } else if (given[index + 1] !== '/') {
      const tag = readStartTag(given, index)
      if (tag.name === 'tg-time') throw notEmulated('the tag tg-time in parse_mode HTML')
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
  return { text, entities: tidyEntities(entities) }

  function close(tag: OpenTag): void {
    const span = { offset: tag.offset, length: text.length - tag.offset }
    if (span.length === 0) return
    if (tag.name === 'code' || tag.name === 'pre') return closeCode(tag, span)
    const entity = entityOf(tag, span)
    if (entity) entities.push(entity)
  }

  /** `pre` and `code` around the same text are one block of code in the language of the inner one. */
  function closeCode(tag: OpenTag, span: { offset: number; length: number }): void {
    const last = entities.at(-1)
    const other = tag.name === 'pre' ? 'code' : 'pre'
    if (last?.type === other && last.offset === span.offset && last.length === span.length) {
      const language = languages.get(last) ?? tag.argument
      if (language !== '') {
        entities.splice(-1, 1, { type: 'pre', ...span, language })
        return
      }
    }
    const entity: MessageEntity = { type: tag.name === 'pre' ? 'pre' : 'code', ...span }
    if (tag.argument !== '') languages.set(entity, tag.argument)
    entities.push(entity)
  }

  function entityOf(tag: OpenTag, span: { offset: number; length: number }): MessageEntity | undefined {
    if (tag.name === 'a') return linkEntity(tag.argument || text.slice(tag.offset), span, findMentioned)
    if (tag.name === 'blockquote')
      return { type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote', ...span }
    if (tag.name === 'tg-emoji') {
      if (!/^\d{1,19}$/.test(tag.argument)) throw parseError('Invalid custom emoji identifier specified')
      return { type: 'custom_emoji', ...span, custom_emoji_id: tag.argument }
    }
    return { type: SIMPLE[tag.name as keyof typeof SIMPLE], ...span }
  }
}

/** Checks the end tag against the open one and gives the index behind it. */
function readEndTag(given: string, begin: number, expected: string | undefined): number {
  const at = `at byte offset ${byteOffset(given, begin)}`
  if (expected === undefined) throw parseError(`Unexpected end tag ${at}`)
  const pattern = /([^\s>]*)\s*(>?)/y
  pattern.lastIndex = begin + 2
  const [, name = '', bracket] = pattern.exec(given) ?? []
  if (!bracket) throw parseError(`Unclosed end tag ${at}`)
  if (name !== '' && name !== expected)
    throw parseError(`Unmatched end tag ${at}, expected "</${expected}>", found "</${name}>"`)
  return pattern.lastIndex
}
