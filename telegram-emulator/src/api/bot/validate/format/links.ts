import type { MessageEntity } from '@grammyjs/types'

import { checkLink } from '../checkLink.ts'
import { canonicalDateFormat, LATEST_DATE } from './dateFormat.ts'
import { parseError, type FindMentioned } from './parsedText.ts'

interface Span {
  offset: number
  length: number
}

const LARGEST_ID = 2n ** 63n - 1n
const LARGEST_USER_ID = 2 ** 40 - 1

/** A link, or a mention if it leads to a person. One that leads nowhere is dropped, its text stays. */
export function linkEntity(
  given: string,
  span: Span,
  findMentioned: FindMentioned,
): MessageEntity | undefined {
  const id = linkedUser(given)
  if (id !== undefined) {
    const user = findMentioned(id)
    return user && { type: 'text_mention', ...span, user }
  }
  const link = checkLink(given)
  return link.problem === undefined ? { type: 'text_link', ...span, url: link.url } : undefined
}

/** The person whom `tg://user?id=…` means. */
export function linkedUser(url: string): number | undefined {
  const id = Number(safeInteger(parametersOf(url.toLowerCase(), 'user')?.find('id') ?? ''))
  return id > 0 && id <= LARGEST_USER_ID ? id : undefined
}

/** The entity of `![…](tg://emoji?id=…)` and `![…](tg://time?unix=…&format=…)`. */
export function imageEntity(url: string, span: Span): MessageEntity {
  const emoji = parametersOf(url, 'emoji')?.find('id')
  if (emoji !== undefined && isEmojiId(emoji))
    return { type: 'custom_emoji', ...span, custom_emoji_id: emoji }
  const time = parametersOf(url, 'time')
  const unix = Number(safeInteger(time?.findLast('unix') ?? ''))
  const format = canonicalDateFormat(time?.findLast('format') ?? '')
  if (unix > 0 && unix <= LATEST_DATE && format !== undefined)
    return { type: 'date_time', ...span, unix_time: unix, date_time_format: format }
  throw parseError('Invalid tg://emoji or tg://time URL specified')
}

export function isEmojiId(text: string): boolean {
  return (safeInteger(text) ?? 0n) !== 0n
}

/** What TDLib reads as a 64-bit integer: no leading zeros, no plus. */
function safeInteger(text: string): bigint | undefined {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(text)) return undefined
  const value = BigInt(text)
  return value <= LARGEST_ID && value >= -LARGEST_ID - 1n ? value : undefined
}

/** The parameters of `tg://host?…` and `tg:host?…`, not decoded; undefined if the URL is another. */
function parametersOf(url: string, host: string) {
  const match = /^tg:(?:\/\/)?([a-z]+)\/?\?([^#]*)/is.exec(url)
  if (match?.[1]?.toLowerCase() !== host) return undefined
  const pairs = (match[2] ?? '').split('&').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('=') }
  })
  return {
    find: (name: string) => pairs.find((pair) => pair.name === name)?.value,
    findLast: (name: string) => pairs.findLast((pair) => pair.name === name)?.value,
  }
}
