import type { MessageEntity } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import { isObject, requiredInteger, requiredObject, requiredString, within, type Fields } from '../fields.ts'
import { checkLink } from './checkLink.ts'
import { canonicalDateFormat } from './format/dateFormat.ts'
import { isEmojiId, linkedUser, linkEntity } from './format/links.ts'
import type { FindMentioned } from './format/parsedText.ts'

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

/** The entities given with a text, as they are given: whether they fit the text is checked with it. */
export function readEntities(value: unknown, findPerson: FindMentioned): MessageEntity[] {
  if (!Array.isArray(value)) return []
  const given = value.map((item) => within("can't parse MessageEntity", () => readEntity(item)))
  return given.flatMap((entity) => (entity && resolve(entity, findPerson)) ?? [])
}

/** Checks links and dates; a mention of somebody unknown is dropped, its text stays. */
function resolve(entity: MessageEntity, findPerson: FindMentioned): MessageEntity | undefined {
  const { offset, length } = entity
  switch (entity.type) {
    case 'text_link': {
      const { problem } = checkLink(entity.url)
      if (problem !== undefined && linkedUser(entity.url) === undefined)
        throw badRequest(`entity URL '${entity.url}' is invalid: ${problem}`)
      return linkEntity(entity.url, { offset, length }, findPerson)
    }
    case 'text_mention': {
      if (entity.user.id <= 0) throw badRequest('user not found')
      const user = findPerson(entity.user.id)
      return user && { ...entity, user }
    }
    case 'custom_emoji':
      if (!isEmojiId(entity.custom_emoji_id)) throw badRequest('invalid custom emoji identifier specified')
      return entity
    case 'date_time':
      if (entity.unix_time <= 0) throw badRequest('invalid date specified')
      return entity
    default:
      return entity
  }
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
      if (!/^-?\d{1,19}$/.test(id)) throw new Error('Field "custom_emoji_id" must be a valid Number')
      return { custom_emoji_id: id }
    }
    case 'date_time': {
      const unix_time = requiredInteger(item, 'unix_time')
      const date_time_format = canonicalDateFormat(
        item.date_time_format === undefined ? '' : requiredString(item, 'date_time_format'),
      )
      if (date_time_format === undefined) throw new Error('Invalid date-time format specified')
      return { unix_time, date_time_format }
    }
    default:
      throw new Error('Unsupported type specified')
  }
}
