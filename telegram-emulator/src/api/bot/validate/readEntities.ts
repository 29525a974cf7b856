import type { MessageEntity } from '@grammyjs/types'

import { urlProblem } from './checkUrl.ts'
import { badRequest } from '../botApiError.ts'
import { isObject, requiredInteger, requiredObject, requiredString, within, type Fields } from '../fields.ts'

/** Telegram finds these in the text itself and ignores them when they are given. */
const FOUND_BY_TELEGRAM = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
])
const PLAIN = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
])

/** The entities given with a text, checked against it; in the order in which they begin. */
export function readEntities(
  value: unknown,
  text: string,
  findPerson: (id: number) => object | undefined,
): MessageEntity[] {
  if (!Array.isArray(value)) return []
  const entities: MessageEntity[] = []
  for (const item of value) {
    const entity = within("can't parse MessageEntity", () => readEntity(item))
    if (entity) entities.push(entity)
  }
  for (const entity of entities) {
    checkBounds(entity, text)
    if (entity.type === 'text_link') {
      const problem = urlProblem(entity.url)
      if (problem) throw badRequest(`entity URL '${entity.url}' is invalid: ${problem}`)
    }
    if (entity.type === 'text_mention' && !findPerson(entity.user.id)) throw badRequest('user not found')
  }
  return entities
    .filter((entity) => entity.length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
}

function readEntity(item: unknown): MessageEntity | undefined {
  if (!isObject(item)) throw new Error('expected an Object')
  const offset = requiredInteger(item, 'offset')
  const length = requiredInteger(item, 'length')
  const type = requiredString(item, 'type')
  if (type === '') throw new Error('Type is not specified')
  if (FOUND_BY_TELEGRAM.has(type)) return undefined
  return { type, offset, length, ...details(type, item) } as MessageEntity
}

function details(type: string, item: Fields): Fields {
  if (PLAIN.has(type)) return {}
  switch (type) {
    case 'pre':
      return item.language ? { language: requiredString(item, 'language') } : {}
    case 'text_link':
      return { url: requiredString(item, 'url') }
    case 'text_mention': {
      const user = requiredObject(item, 'user')
      return { user: { ...user, id: requiredInteger(user, 'id') } }
    }
    case 'custom_emoji': {
      const id = requiredString(item, 'custom_emoji_id')
      if (!/^\d{1,18}$/.test(id)) throw new Error('Field "custom_emoji_id" must be a valid Number')
      return { custom_emoji_id: id }
    }
    case 'date_time': {
      const format = item.date_time_format
      return {
        unix_time: requiredInteger(item, 'unix_time'),
        ...(format !== undefined && { date_time_format: String(format) }),
      }
    }
    default:
      throw new Error('Unsupported type specified')
  }
}

function checkBounds(entity: MessageEntity, text: string): void {
  const { offset, length } = entity
  if (offset < 0 || offset > 1_000_000) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (length < 0 || length > 1_000_000) throw badRequest(`receive an entity with incorrect length ${length}`)
  if (length === 0) return
  const end = offset + length
  if (offset > text.length)
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    )
  }
  if (isInsideSymbol(text, offset)) {
    throw badRequest(
      `entity begins in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, offset)}`,
    )
  }
  if (isInsideSymbol(text, end)) {
    const at = byteOffset(text, end)
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${at}`,
    )
  }
}

/** Between the two halves of a character that takes two UTF-16 units. */
function isInsideSymbol(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** Bytes up to the end of the character that the index splits. */
function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index + 1), 'utf8')
}
