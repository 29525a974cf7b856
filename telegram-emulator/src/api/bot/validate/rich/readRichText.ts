import type { RichText } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { isObject, requiredInteger, requiredObject, requiredString, type Fields } from '../../fields.ts'
import { isEmail } from '../detect/tidyLink.ts'
import { canonicalDateFormat, LATEST_DATE } from '../format/dateFormat.ts'
import { isEmojiId } from '../format/links.ts'
import { cleanString } from './cleanString.ts'
import { detectRichText } from './detectRichText.ts'
import { optionalString } from './optionalFields.ts'
import { readRichButton } from './readRichButton.ts'
import { readRichLink } from './readRichLink.ts'
import type { RichContext } from './richContext.ts'

const STYLES = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'subscript',
  'superscript',
  'marked',
])
/** Telegram finds these in the text itself: of given ones the text stays. */
const FOUND_BY_TELEGRAM = new Set(['mention', 'hashtag', 'cashtag', 'bot_command', 'bank_card_number'])
const PHONE_NUMBER = /^\+?[\d ()-]{3,32}$/
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

/** A text with styles, links and whatever else may stand in a line. */
export function readRichText(value: unknown, context: RichContext): RichText {
  if (typeof value === 'string') {
    const text = cleanString(value, 'rich text')
    return context.hasDetection ? detectRichText(text) : text
  }
  if (Array.isArray(value)) return value.length === 0 ? '' : value.flatMap((part) => readPart(part, context))
  if (!isObject(value)) throw new Error('Expected String, Array, or Object as rich text')
  return readObject(requiredString(value, 'type'), value, context)
}

/** What is found in a string of an array stands in the array itself. */
function readPart(part: unknown, context: RichContext): RichText[] {
  const text = readRichText(part, context)
  return typeof part === 'string' && Array.isArray(text) ? text : [text]
}

function readObject(type: string, value: Fields, context: RichContext): RichText {
  const inner = () => readInner(value, context)
  if (STYLES.has(type)) return { type, text: inner() } as RichText
  if (FOUND_BY_TELEGRAM.has(type)) return inner()
  // Nothing is looked for in what has a meaning of its own.
  const opaque = () => readInner(value, { ...context, hasDetection: false })
  switch (type) {
    case 'code':
      return { type, text: opaque() }
    case 'date_time':
      return { type, text: opaque(), ...readDate(value) }
    case 'text_mention':
      return { type, text: opaque(), user: findUser(value, context) }
    case 'url':
      return readRichLink(opaque(), requiredString(value, 'url'), context)
    case 'email_address': {
      const email_address = readMatching(value, type, isEmail, 'EMAIL')
      return { type, text: opaque(), email_address }
    }
    case 'phone_number': {
      const phone_number = readMatching(value, type, (text) => PHONE_NUMBER.test(text), 'PHONE')
      return { type, text: opaque(), phone_number }
    }
    case 'custom_emoji':
      return { type, ...readEmoji(value) }
    case 'mathematical_expression':
      return { type, expression: readName(value, 'expression', 'mathematical expression') }
    case 'button': {
      const readLabel = (text: unknown) => readRichText(text, { ...context, hasDetection: false })
      return { type, button: readRichButton(requiredObject(value, 'button'), readLabel) }
    }
    case 'anchor':
      return readAnchor(value, context)
    case 'reference':
      return readReference(value, context)
    case 'anchor_link':
      return readRichLink(opaque(), `#${readName(value, 'anchor_name', 'anchor name')}`, context)
    case 'reference_link':
      return readRichLink(opaque(), `#${readName(value, 'reference_name', 'reference name')}`, context)
    default:
      throw new Error('Unsupported rich text type')
  }
}

function readInner(value: Fields, context: RichContext): RichText {
  if (value.text === undefined) throw new Error('Can\'t find field "text"')
  return readRichText(value.text, context)
}

function readName(value: Fields, field: string, what: string): string {
  return cleanString(requiredString(value, field), what)
}

function readMatching(
  value: Fields,
  field: string,
  fits: (text: string) => boolean,
  name: 'EMAIL' | 'PHONE',
): string {
  const text = cleanString(requiredString(value, field), `rich text ${field.replace('_', ' ')}`)
  if (!fits(text)) throw badRequest(`RICH_MESSAGE_${name}_INVALID`)
  return text
}

function readDate(value: Fields) {
  const unix_time = requiredInteger(value, 'unix_time')
  const date_time_format = canonicalDateFormat(optionalString(value, 'date_time_format'))
  if (date_time_format === undefined) throw new Error('Invalid date-time format specified')
  if (unix_time <= 0 || unix_time > LATEST_DATE) throw badRequest('invalid date specified')
  return { unix_time, date_time_format }
}

function findUser(value: Fields, { findPerson }: RichContext) {
  const user = findPerson(requiredInteger(requiredObject(value, 'user'), 'id'))
  if (!user) throw badRequest('user not found')
  return user
}

function readEmoji(value: Fields) {
  const custom_emoji_id = requiredString(value, 'custom_emoji_id')
  if (!/^-?\d{1,19}$/.test(custom_emoji_id)) throw new Error('Field "custom_emoji_id" must be a valid Number')
  if (!isEmojiId(custom_emoji_id)) throw badRequest('invalid custom emoji identifier specified')
  const alternative_text = readName(value, 'alternative_text', 'custom emoji alternative text')
  if (!EMOJI.test(alternative_text)) throw badRequest('RICH_MESSAGE_EMOJI_INVALID')
  return { custom_emoji_id, alternative_text }
}

function readAnchor(value: Fields, context: RichContext): RichText {
  const name = readName(value, 'name', 'anchor name')
  noteAnchor(context, name, false)
  return { type: 'anchor', name }
}

/** A reference without a text is a mere place. */
function readReference(value: Fields, context: RichContext): RichText {
  const name = readName(value, 'name', 'reference name')
  const text = readInner(value, context)
  noteAnchor(context, name, text !== '')
  return text === '' ? { type: 'anchor', name } : { type: 'reference', text, name }
}

/** Of several with one name the first counts. */
export function noteAnchor({ anchors }: RichContext, name: string, isReference: boolean): void {
  if (!anchors.has(name)) anchors.set(name, { isReference })
}
