import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types'

import { badRequest, notEmulated } from '../botApiError.ts'
import { isObject, requiredObject, requiredString, within, type Fields } from '../fields.ts'
import type { Parameters } from '../parameters.ts'
import { urlProblem, webAppUrlProblem } from './checkUrl.ts'

const MOST_BUTTONS = 100
const LONGEST_DATA_BYTES = 64
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'copy_text',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'callback_game',
  'pay',
  'disabled',
]
const STYLES = new Set(['danger', 'success', 'primary'])
const OTHER_KEYBOARDS = ['keyboard', 'remove_keyboard', 'force_reply']

/** The inline keyboard of a message, in the same shape; undefined if there is none. */
export function readInlineKeyboard(parameters: Parameters): InlineKeyboardMarkup | undefined {
  const markup = parameters.json('reply_markup', 'reply keyboard markup')
  if (markup === undefined) return undefined
  if (!isObject(markup)) throw badRequest('object expected as reply markup')
  for (const kind of OTHER_KEYBOARDS) if (markup[kind]) throw notEmulated(`reply_markup with ${kind}`)
  const rows = markup.inline_keyboard
  if (rows === undefined) return undefined
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array')
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) {
      throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    }
    return row.map((button: unknown) => readButton(button))
  })
  const filled = keyboard.filter((row) => row.length > 0)
  if (filled.flat().length > MOST_BUTTONS) throw badRequest('reply markup is too long')
  return filled.length > 0 ? { inline_keyboard: filled } : undefined
}

function readButton(value: unknown): InlineKeyboardButton {
  const button = within("can't parse inline keyboard button", () => {
    if (!isObject(value)) throw new Error('InlineKeyboardButton must be an Object')
    requiredString(value, 'text')
    const style = value.style
    if (style !== undefined && style !== '' && !STYLES.has(String(style)))
      throw new Error('Invalid button style specified')
    const actions = ACTIONS.filter((name) => value[name] !== undefined && value[name] !== null)
    const isEmpty = actions.every(
      (name) => (name === 'url' || name === 'callback_data') && value[name] === '',
    )
    if (isEmpty) throw new Error('Text buttons are unallowed in the inline keyboard')
    // The real server silently takes the first; the reference forbids it, and a bot that does it has a bug.
    if (actions.length > 1)
      throw new Error(`exactly one action is allowed, but there are ${actions.join(' and ')}`)
    return value
  })
  if (String(button.text).trim() === '') throw badRequest('BUTTON_TEXT_INVALID')
  checkAction(button)
  return button as unknown as InlineKeyboardButton
}

function checkAction(button: Fields): void {
  if (typeof button.callback_data === 'string') {
    if (Buffer.byteLength(button.callback_data) > LONGEST_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
  } else if (typeof button.url === 'string') {
    const problem = urlProblem(button.url)
    if (problem) throw badRequest(`inline keyboard button URL '${button.url}' is invalid: ${problem}`)
  } else if (button.web_app !== undefined) {
    const url = within("can't parse inline keyboard button", () =>
      requiredString(requiredObject(button, 'web_app'), 'url'),
    )
    const problem = webAppUrlProblem(url)
    if (problem) throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: ${problem}`)
  } else if (button.copy_text !== undefined) {
    const text = within("can't parse inline keyboard button", () =>
      requiredString(requiredObject(button, 'copy_text'), 'text'),
    )
    if (text.length < 1 || text.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID')
  } else {
    const action = ACTIONS.find((name) => button[name] !== undefined)
    throw notEmulated(`inline keyboard buttons with ${action}`)
  }
}
