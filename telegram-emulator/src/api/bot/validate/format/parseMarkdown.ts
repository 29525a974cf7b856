import type { MessageEntity } from '@grammyjs/types'

import { linkEntity } from './links.ts'
import {
  byteOffset,
  parseError,
  readCodeLanguage,
  skipLineFeed,
  type FindMentioned,
  type ParsedText,
} from './parsedText.ts'

/** Reads the legacy parse_mode Markdown, which knows no nesting. */
export function parseMarkdown(given: string, findMentioned: FindMentioned): ParsedText {
  const entities: MessageEntity[] = []
  let text = ''
  let index = 0
  while (index < given.length) {
    const mark = given.charAt(index)
    if (mark === '\\' && /[_*`[]/.test(given.charAt(index + 1))) {
      text += given.charAt(index + 1)
      index += 2
    } else if (/[_*`[]/.test(mark)) {
      index = readEntity(mark, index)
    } else {
      text += mark
      index += 1
    }
  }
  return { text, entities }

  /** Gives the index behind the entity. */
  function readEntity(mark: string, begin: number): number {
    const isPre = given.startsWith('```', begin)
    const endMark = isPre ? '```' : mark === '[' ? ']' : mark
    let start = begin + (isPre ? 3 : 1)
    const language = isPre ? readCodeLanguage(given, start) : ''
    if (isPre) start = skipLineFeed(given, start + language.length)
    const end = given.indexOf(endMark, start)
    if (end < 0)
      throw parseError(`Can't find end of the entity starting at byte offset ${byteOffset(given, begin)}`)
    const content = given.slice(start, end)
    const span = { offset: text.length, length: content.length }
    const textBytes = Buffer.byteLength(text)
    text += content
    let behind = end + endMark.length
    if (span.length === 0) return behind
    let url = textAsUrl(content, Buffer.byteLength(given.slice(0, start)) - textBytes)
    if (mark === '[' && given[behind] === '(') {
      const close = given.indexOf(')', behind)
      url = given.slice(behind + 1, close < 0 ? undefined : close)
      behind = close < 0 ? given.length : close + 1
    }
    if (mark === '[') {
      const link = linkEntity(url, span, findMentioned)
      if (link) entities.push(link)
    } else if (isPre) entities.push({ type: 'pre', ...span, ...(language !== '' && { language }) })
    else entities.push({ type: mark === '*' ? 'bold' : mark === '_' ? 'italic' : 'code', ...span })
    return behind
  }
}

/**
 * `[address]` alone. The server removes marks in place and then reads the address where it stood: its first bytes
 * are gone, as many as were removed before, and its last ones are there twice.
 */
function textAsUrl(content: string, removed: number): string {
  const bytes = Buffer.from(content)
  const kept = bytes.subarray(removed)
  return Buffer.concat([kept, bytes.subarray(kept.length)]).toString()
}
