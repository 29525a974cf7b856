import type { MessageEntity } from '@grammyjs/types'

import { imageEntity, linkEntity } from './links.ts'
import {
  byteOffset,
  parseError,
  readCodeLanguage,
  skipLineFeed,
  type FindMentioned,
  type ParsedText,
} from './parsedText.ts'

const RESERVED = '_*[]()~`>#+-=|{}.!\n'
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
  let isInQuote = false
  let isLineStart = true
  while (index < given.length) {
    const character = given.charAt(index)
    const inner = open.at(-1)
    if (character === '\\' && isEscapable(given.charAt(index + 1))) {
      add(given.charAt(index + 1), 2)
    } else if (!(inner?.endMark.startsWith('`') ? '`' : RESERVED).includes(character)) {
      add(character, 1)
      if (character === '\n') isLineStart = false
    } else if (inner && isInQuote && character === '\n' && given[index + 1] !== '>') {
      endQuote(inner)
    } else if (inner && isEndOf(inner)) {
      endMark(inner)
    } else {
      begin(character)
    }
  }
  if (isInQuote) endLastQuote()
  const unclosed = open.at(-1)
  if (unclosed) throw unclosedError(unclosed)
  return { text, entities }

  function add(character: string, length: number): void {
    text += character
    index += length
    if (character !== '\r') isLineStart = character === '\n'
  }

  function isEndOf(mark: OpenMark): boolean {
    if (mark.endMark === '' || (mark.name === 'Italic' && given[index + 1] === '_')) return false
    return given.startsWith(mark.endMark, index)
  }

  function begin(character: string): void {
    if (character === '\n') return add(character, 1)
    if (character === '>' && isLineStart) {
      if (isInQuote) index += 1
      else openMark('BlockQuote', '', 1)
      isInQuote = true
      return
    }
    const [mark, name] = MARKS.find(([mark]) => given.startsWith(mark, index)) ?? []
    if (!mark)
      throw parseError(`Character '${character}' is reserved and must be escaped with the preceding '\\'`)
    if (name === 'Pre') {
      const language = readCodeLanguage(given, index + 3)
      openMark(language === '' ? 'Pre' : 'PreCode', mark, 3 + language.length, language)
      index = skipLineFeed(given, index)
    } else {
      openMark(name ?? 'Bold', mark.endsWith('[') ? ']' : mark, mark.length)
    }
  }

  function openMark(name: OpenMark['name'], endMark: string, length: number, language = ''): void {
    open.push({ name, endMark, offset: text.length, begin: index, language })
    index += length
  }

  function endMark(mark: OpenMark): void {
    open.pop()
    index += mark.endMark.length
    const entity = entityOf(mark, { offset: mark.offset, length: text.length - mark.offset })
    if (entity && entity.length > 0) entities.push(entity)
  }

  function entityOf(mark: OpenMark, span: { offset: number; length: number }): MessageEntity | undefined {
    switch (mark.name) {
      case 'Pre':
      case 'PreCode':
        return { type: 'pre', ...span, ...(mark.language !== '' && { language: mark.language }) }
      case 'TextUrl':
        return linkEntity(given[index] === '(' ? readUrl() : text.slice(mark.offset), span, findMentioned)
      case 'CustomEmoji':
        if (given[index] !== '(') throw parseError('The entity must contain a tg://emoji or tg://time URL')
        return imageEntity(readUrl(), span)
      case 'BlockQuote':
        return undefined
      default:
        return { type: SIMPLE[mark.name], ...span }
    }
  }

  function readUrl(): string {
    const start = index + 1
    let url = ''
    for (index = start; index < given.length && given[index] !== ')'; index += 1) {
      if (given[index] === '\\' && isEscapable(given.charAt(index + 1))) index += 1
      url += given.charAt(index)
    }
    if (index >= given.length)
      throw parseError(`Can't find end of a URL at byte offset ${byteOffset(given, start)}`)
    index += 1
    return url
  }

  /** A line feed before a line without `>` ends the quote and belongs to it; `||` before it folds the quote. */
  function endQuote(inner: OpenMark): void {
    const line = given.slice(0, index).replace(/\r$/, '')
    const isFolded = inner.name === 'Spoiler' && inner.begin === line.length - 2
    if (isFolded) open.pop()
    const quote = open.at(-1)
    if (quote?.name !== 'BlockQuote') throw unclosedError(quote ?? inner)
    add('\n', 1)
    closeQuote(quote, isFolded)
  }

  function endLastQuote(): void {
    const inner = open.at(-1)
    const isFolded = inner?.name === 'Spoiler' && inner.begin === given.length - 2
    if (isFolded) open.pop()
    const quote = open.at(-1)
    if (quote?.name === 'BlockQuote') closeQuote(quote, isFolded)
  }

  function closeQuote({ offset }: OpenMark, isFolded: boolean): void {
    open.pop()
    isInQuote = false
    const length = text.length - offset
    if (length > 0) entities.push({ type: isFolded ? 'expandable_blockquote' : 'blockquote', offset, length })
  }

  function unclosedError({ name, begin }: OpenMark) {
    return parseError(`Can't find end of ${name} entity at byte offset ${byteOffset(given, begin)}`)
  }
}

/** Every character of ASCII but NUL and DEL. */
function isEscapable(character: string): boolean {
  return character > '\0' && character <= '~'
}
