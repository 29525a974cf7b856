import type { RichMessageButton, RichText } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import type { Fields } from '../../fields.ts'
import { inlineAction, readInlineButton } from '../readInlineButton.ts'

const IN_LABELS = new Set(['custom_emoji', 'date_time'])
const KEYBOARDS_ONLY = ['callback_game', 'pay']

/** A button within a rich message: the actions of inline keyboards, but for games and payments. */
export function readRichButton(given: Fields, readLabel: (text: unknown) => RichText): RichMessageButton {
  if (given.text === undefined) throw new Error('Can\'t find field "text"')
  const text = readLabel(given.text)
  if (text === '') throw badRequest('RICH_MESSAGE_CONTENT_REQUIRED')
  if (!isLabel(text)) throw new Error('Only plain text, custom emoji and dates are allowed in buttons')
  const { style, icon_custom_emoji_id: _icon, ...action } = given
  const isLink = style === 'link'
  const button = readInlineButton({ ...action, text: 'x', ...(!isLink && style !== undefined && { style }) })
  const name = inlineAction(button)
  if (name === undefined || KEYBOARDS_ONLY.includes(name))
    throw new Error('Unsupported button type specified')
  if (isLink && name !== 'callback_data')
    throw new Error('The style "link" is allowed only for callback buttons')
  const look = isLink ? 'link' : button.style
  const value = (button as unknown as Fields)[name]
  return { text, ...(look && { style: look }), [name]: value } as unknown as RichMessageButton
}

function isLabel(text: RichText): boolean {
  if (typeof text === 'string') return true
  if (Array.isArray(text)) return text.every(isLabel)
  return IN_LABELS.has(text.type)
}
