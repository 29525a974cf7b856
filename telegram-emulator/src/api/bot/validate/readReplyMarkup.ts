import type {
  ForceReply,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import { isObject, type Fields } from '../fields.ts'
import type { Parameters } from '../parameters.ts'
import { LIMITS } from './limits.ts'
import { readInlineRows } from './readInlineRows.ts'
import { readKeyboardRows } from './readKeyboardRows.ts'

type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

/** The reply_markup of a message, whichever of the four it is. `selective` means nothing in a private chat. */
export function readReplyMarkup(parameters: Parameters): ReplyMarkup | undefined {
  const markup = parameters.json('reply_markup', 'reply keyboard markup')
  if (markup === undefined) return undefined
  if (!isObject(markup)) throw badRequest('object expected as reply markup')
  const rows = readKeyboardRows(rowsOf(markup, 'keyboard'))
  const inlineKeyboard = readInlineRows(rowsOf(markup, 'inline_keyboard'))
  const force_reply = flag(markup, 'force_reply') || flag(markup, 'force_reply_keyboard')
  const remove = flag(markup, 'remove_keyboard') || flag(markup, 'hide_keyboard')
  if (rows.length > 0) {
    return {
      keyboard: rows,
      ...flags(markup, ['is_persistent', 'resize_keyboard', 'one_time_keyboard', 'force_reply']),
      ...placeholder(markup),
    }
  }
  if (inlineKeyboard) return { ...inlineKeyboard, ...(force_reply && { force_reply }) }
  if (remove) return { remove_keyboard: true }
  if (force_reply) return { force_reply, ...placeholder(markup) }
  return undefined
}

function rowsOf(markup: Fields, name: string): unknown[] {
  const rows = markup[name] ?? []
  if (!Array.isArray(rows)) throw badRequest(`field "${name}" must be of type Array`)
  return rows
}

function flags<Name extends string>(markup: Fields, names: readonly Name[]): Partial<Record<Name, true>> {
  return Object.fromEntries(names.filter((name) => flag(markup, name)).map((name) => [name, true])) as never
}

function flag(markup: Fields, name: string): boolean {
  const value = markup[name] === undefined ? false : markup[name]
  if (typeof value !== 'boolean') throw badRequest(`field "${name}" must be of type Boolean`)
  return value
}

function placeholder({ input_field_placeholder: text }: Fields): { input_field_placeholder?: string } {
  if (text === undefined || text === '') return {}
  if (typeof text !== 'string') throw badRequest('field "input_field_placeholder" must be of type String')
  if ([...text].length > LIMITS.inputFieldPlaceholderCharacters)
    throw badRequest(
      `input_field_placeholder must not exceed ${LIMITS.inputFieldPlaceholderCharacters} characters`,
    )
  return { input_field_placeholder: text }
}
