import type { InlineKeyboardButton } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import { requiredObject, requiredString, isObject, within, type Fields } from '../fields.ts'
import { buttonLink } from './checkLink.ts'
import { LIMITS } from './limits.ts'
import { readButtonStyle } from './readButtonStyle.ts'

const CHAT_TYPES = ['allow_user_chats', 'allow_bot_chats', 'allow_group_chats', 'allow_channel_chats']
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
] as const

type InlineAction = (typeof ACTIONS)[number]

/** What pressing the button does. */
export function inlineAction(button: object): InlineAction | undefined {
  return ACTIONS.find((name) => (button as Fields)[name] !== undefined && (button as Fields)[name] !== null)
}

/** One button of an inline keyboard, in the same shape. */
export function readInlineButton(value: unknown): InlineKeyboardButton {
  const button = within("can't parse inline keyboard button", () => {
    if (!isObject(value)) throw new Error('InlineKeyboardButton must be an Object')
    requiredString(value, 'text')
    const style = readButtonStyle(value)
    const actions = ACTIONS.filter((name) => value[name] !== undefined && value[name] !== null)
    const isEmpty = actions.every(
      (name) => (name === 'url' || name === 'callback_data') && value[name] === '',
    )
    if (isEmpty) throw new Error('Text buttons are unallowed in the inline keyboard')
    // The real server silently takes the first; the reference forbids it, and a bot that does it has a bug.
    if (actions.length > 1)
      throw new Error(`exactly one action is allowed, but there are ${actions.join(' and ')}`)
    checkShape(value)
    const { style: _given, ...rest } = value
    return { ...rest, ...(style && { style }) } as Fields
  })
  if (button.text === '' && button.icon_custom_emoji_id !== undefined)
    throw badRequest('inline keyboard button text must be non-empty')
  return { ...button, ...readAction(button) } as unknown as InlineKeyboardButton
}

/** What the server's JSON reader complains of. */
function checkShape(button: Fields): void {
  switch (inlineAction(button)) {
    case 'web_app':
      requiredString(requiredObject(button, 'web_app'), 'url')
      return
    case 'copy_text':
      requiredString(requiredObject(button, 'copy_text'), 'text')
      return
    case 'login_url': {
      const login = requiredObject(button, 'login_url')
      requiredString(login, 'url')
      const username = login.bot_username
      if (username !== undefined && !/^@?\w*$/.test(String(username)))
        throw new Error('LoginUrl bot username is invalid')
      return
    }
    case 'switch_inline_query':
    case 'switch_inline_query_current_chat':
      requiredString(button, inlineAction(button) ?? '')
      return
    case 'switch_inline_query_chosen_chat':
    case 'disabled':
      requiredObject(button, inlineAction(button) ?? '')
  }
}

/** Checks the action; gives what Telegram writes in another way than it was given. */
function readAction(button: Fields): Fields {
  switch (inlineAction(button)) {
    case 'callback_data':
      if (Buffer.byteLength(String(button.callback_data)) > LIMITS.callbackDataBytes)
        throw badRequest('BUTTON_DATA_INVALID')
      return {}
    case 'url':
      return { url: buttonLink('inline keyboard button', String(button.url)) }
    case 'web_app': {
      const { url } = button.web_app as { url: string }
      return { web_app: { url: buttonLink('inline keyboard button Web App', url, true) } }
    }
    case 'login_url': {
      const login = button.login_url as { url: string }
      return { login_url: { ...login, url: buttonLink('inline keyboard button login', login.url, true) } }
    }
    case 'copy_text': {
      const { text } = button.copy_text as { text: string }
      if (text.length < 1 || text.length > LIMITS.copyText) throw badRequest('BUTTON_COPY_TEXT_INVALID')
      return {}
    }
    case 'switch_inline_query_chosen_chat': {
      const chosen = button.switch_inline_query_chosen_chat as Fields
      if (!CHAT_TYPES.some((type) => chosen[type] === true))
        throw badRequest('at least one chat type must be allowed')
      return {}
    }
    default:
      return {}
  }
}
