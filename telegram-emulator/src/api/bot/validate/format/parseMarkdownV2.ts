import type { MessageEntity } from '@grammyjs/types'

import { notEmulated } from '../../botApiError.ts'
import {
  byteOffset,
  linkEntity,
  parseError,
  readCodeLanguage,
  skipLineFeed,
  tidyEntities,
  type FindMentioned,
  type ParsedText,
} from './parsedText.ts'

const RESERVED = '_*[]()~`>#+-=|{}.!'
/** The marks, longest first, and the names that Telegram's complaints give their entities. */
const MARKS = [
  ['```', 'Pre'],
  ['__', 'Underline'],
  ['||', 'Spoiler'],
  ['![', 'CustomEmoji'],
  ['*', 'Bold'],
  ['_', 'Italic'],
  ['~', 'Strikethrough'],
  ['`', 'Code'],
  ['[', 'TextUrl'],
] as const
const SIMPLE = {
  Underline: 'underline',
  Spoiler: 'spoiler',
  Bold: 'bold',
  Italic: 'italic',
  Strikethrough: 'strikethrough',
  Code: 'code',
} as const

interface OpenMark {
  name: (typeof MARKS)[number][1] | 'PreCode' | 'BlockQuote'
  endMark: string
  /** Of its text, in UTF-16 units. */
  offset: number
  /** Where the mark stands in what was given. */
  begin: number
  language: string
}

/** Reads parse_mode MarkdownV2. */
export function parseMarkdownV2(given: string, findMentioned: FindMentioned): ParsedText {
  const open: OpenMark[] = []
  const entities: MessageEntity[] = []
  let text = ''
  let index = 0
  let isLineStart = true
  while (index < given.length) {
    const character = given.charAt(index)
    const inner = open.at(-1)
    const isCode = inner !== undefined && inner.endMark.startsWith('`')
    if (isLineStart && character === '>' && !isCode) {
      if (open[0]?.name !== 'BlockQuote') openMark('BlockQuote', '', 1)
      else index += 1
      isLineStart = false
    } else if (isLineStart && open[0]?.name === 'BlockQuote') {
      endQuote('blockquote')
    } else if (character === '\\' && /\p{ASCII}/u.test(given.charAt(index + 1))) {
      add(given.charAt(index + 1), 2)
    } else if (!(isCode ? '`' : RESERVED).includes(character)) {
      add(character, 1)
    } else if (inner && inner.name !== 'BlockQuote' && isEndOf(inner)) {
      endMark(inner)
    } else if (open.length === 1 && inner?.name === 'BlockQuote' && /^\|\|[\r\n]?$/m.test(restOfLine())) {
      index += 2
      endQuote('expandable_blockquote')
    } else {
      begin(character)
    }
  }
  if (open[0]?.name === 'BlockQuote') endQuote('blockquote')
  refuseUnclosed()
  return { text, entities: tidyEntities(entities) }

  function add(character: string, given: number): void {
    text += character
    index += given
    isLineStart = character === '\n' || character === '\r'
  }

  function restOfLine(): string {
    const end = given.indexOf('\n', index)
    return given.slice(index, end < 0 ? undefined : end)
  }

  function isEndOf(mark: OpenMark): boolean {
    if (mark.name === 'Italic' && given.startsWith('__', index)) return false
    return given.startsWith(mark.endMark, index)
  }

  function openMark(name: OpenMark['name'], endMark: string, length: number, language = ''): void {
    open.push({ name, endMark, offset: text.length, begin: index, language })
    index += length
  }

  function begin(character: string): void {
    const [mark, name] = MARKS.find(([mark]) => given.startsWith(mark, index)) ?? []
    if (!mark) {
      throw parseError(`Character '${character}' is reserved and must be escaped with the preceding '\\'`)
    }
    if (name === 'Pre') {
      const language = readCodeLanguage(given, index + 3)
      openMark(language === '' ? 'Pre' : 'PreCode', mark, 3 + language.length, language)
      index = skipLineFeed(given, index)
    } else {
      openMark(name ?? 'Bold', mark.endsWith('[') ? ']' : mark, mark.length)
    }
  }

  function endMark(mark: OpenMark): void {
    open.pop()
    index += mark.endMark.length
    const span = { offset: mark.offset, length: text.length - mark.offset }
    const entity = entityOf(mark, span)
    if (entity && span.length > 0) entities.push(entity)
  }

  function entityOf(mark: OpenMark, span: { offset: number; length: number }): MessageEntity | undefined {
    switch (mark.name) {
      case 'Pre':
      case 'PreCode':
        return { type: 'pre', ...span, ...(mark.language !== '' && { language: mark.language }) }
      case 'TextUrl': {
        const url = given[index] === '(' ? readUrl('URL') : text.slice(mark.offset)
        return linkEntity(url, span, findMentioned)
      }
      case 'CustomEmoji':
        return { type: 'custom_emoji', ...span, custom_emoji_id: readEmojiId() }
      case 'BlockQuote':
        return undefined
      default:
        return { type: SIMPLE[mark.name], ...span }
    }
  }

  function readUrl(what: string): string {
    const start = index + 1
    const pattern = /((?:\\\p{ASCII}|[^)])*)\)/uy
    pattern.lastIndex = start
    const match = pattern.exec(given)
    if (!match) throw parseError(`Can't find end of a ${what} at byte offset ${byteOffset(given, start)}`)
    index = pattern.lastIndex
    return (match[1] ?? '').replace(/\\(\p{ASCII})/gu, '$1')
  }

  function readEmojiId(): string {
    if (given[index] !== '(') throw parseError('Custom emoji entity must contain a tg://emoji URL')
    const url = readUrl('custom emoji URL')
    if (/^tg:(\/\/)?time/i.test(url)) throw notEmulated('tg://time in parse_mode MarkdownV2')
    if (!/^tg:/i.test(url)) throw parseError('Custom emoji URL must have scheme tg')
    const id = /^tg:(?:\/\/)?emoji\/?\?(?:.*&)?id=([^&]*)/i.exec(url)?.[1]
    if (id === undefined) throw parseError('Custom emoji URL must have an emoji identifier')
    if (!/^\d{1,19}$/.test(id)) throw parseError('Invalid custom emoji identifier specified')
    return id
  }

  /** A quote holds whole entities alone. */
  function endQuote(type: 'blockquote' | 'expandable_blockquote'): void {
    if (open.length > 1) refuseUnclosed()
    const quote = open.pop()
    if (!quote) return
    const length = text.slice(quote.offset).replace(/[\r\n]+$/, '').length
    if (length > 0) entities.push({ type, offset: quote.offset, length })
  }

  function refuseUnclosed(): void {
    const unclosed = open.at(-1)
    if (!unclosed) return
    const at = byteOffset(given, unclosed.begin)
    throw parseError(`Can't find end of ${unclosed.name} entity at byte offset ${at}`)
  }
}
