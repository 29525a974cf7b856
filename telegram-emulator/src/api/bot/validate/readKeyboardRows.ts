import type { KeyboardButton } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import { isObject, requiredInteger, requiredObject, requiredString, within, type Fields } from '../fields.ts'
import { buttonLink } from './checkLink.ts'
import { LIMITS } from './limits.ts'
import { readButtonStyle } from './readButtonStyle.ts'

const REQUESTS = [
  'request_contact',
  'request_location',
  'request_poll',
  'web_app',
  'request_users',
  'request_chat',
  'request_managed_bot',
] as const

type Request = (typeof REQUESTS)[number]
/** A button in its long form, which may also be written as its text alone. */
type LongKeyboardButton = Exclude<KeyboardButton, string>

/** What pressing the button asks for; undefined if it sends its text. */
export function requestOf(button: object): Request | undefined {
  return REQUESTS.find((name) => Boolean((button as Fields)[name]))
}

/**
 * The rows of a reply keyboard. Buttons without a text, those beyond 12 in a row and beyond 300 in all are left out
 * silently, as in Telegram.
 */
export function readKeyboardRows(rows: unknown[]): LongKeyboardButton[][] {
  const read = rows.map((row) => {
    if (!Array.isArray(row)) throw badRequest('field "keyboard" must be an Array of Arrays')
    const buttons = row.map((button: unknown) =>
      within("can't parse keyboard button", () => readButton(button)),
    )
    return buttons.filter(({ text }) => text !== '').slice(0, LIMITS.keyboardRowButtons)
  })
  const ids = read.flat().map(requestId).filter(Boolean)
  if (new Set(ids).size < ids.length) throw badRequest('request_id must be unique within the message')
  let left = LIMITS.keyboardButtons
  const kept = read.map((given) => {
    const row = given.map(withLink)
    const buttons = row.slice(0, left)
    left -= buttons.length
    return buttons
  })
  return kept.filter((row) => row.length > 0)
}

/** Both kinds of requests share the numbers. */
function requestId(button: LongKeyboardButton): number | undefined {
  if ('request_users' in button) return button.request_users.request_id
  if ('request_chat' in button) return button.request_chat.request_id
  if ('request_managed_bot' in button) return button.request_managed_bot.request_id
  return undefined
}

function readButton(value: unknown): LongKeyboardButton {
  if (typeof value === 'string') return { text: value }
  if (!isObject(value)) throw new Error('KeyboardButton must be a String or an Object')
  const text = requiredString(value, 'text')
  const style = readButtonStyle(value)
  const requests = REQUESTS.filter((name) => Boolean(value[name]))
  // The real server silently takes the first; the reference forbids it.
  if (requests.length > 1)
    throw new Error(`at most one action is allowed, but there are ${requests.join(' and ')}`)
  const request = requests[0]
  return {
    text,
    ...(value.icon_custom_emoji_id !== undefined && {
      icon_custom_emoji_id: String(value.icon_custom_emoji_id),
    }),
    ...(style && { style }),
    ...(request && { [request]: readRequest(value, request) }),
  }
}

function readRequest(button: Fields, request: Request): unknown {
  if (request === 'request_contact' || request === 'request_location') {
    if (button[request] !== true) throw new Error(`Field "${request}" must be of type Boolean`)
    return true
  }
  const fields = requiredObject(button, request)
  if (request === 'request_poll') return fields
  if (request === 'web_app') return { url: requiredString(fields, 'url') }
  const request_id = requiredInteger(fields, 'request_id')
  if (request === 'request_users') {
    const max_quantity = fields.max_quantity === undefined ? 1 : requiredInteger(fields, 'max_quantity')
    const [least, most] = LIMITS.requestedUsers
    if (max_quantity < least || max_quantity > most)
      throw new Error(`max_quantity must be between ${least} and ${most}`)
    return { ...fields, request_id, max_quantity }
  }
  return { ...fields, request_id }
}

function withLink(button: LongKeyboardButton): LongKeyboardButton {
  if (!('web_app' in button)) return button
  return { ...button, web_app: { url: buttonLink('keyboard button Web App', button.web_app.url, true) } }
}
