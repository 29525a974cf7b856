import type { MenuButton } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import { isObject, requiredObject, requiredString, within } from '../fields.ts'
import type { Parameters } from '../parameters.ts'
import { buttonLink } from './checkLink.ts'

export function readMenuButton(parameters: Parameters): MenuButton {
  const value = parameters.json('menu_button', 'menu button')
  if (value === undefined) return { type: 'default' }
  const button = within("can't parse menu button", (): MenuButton => {
    if (!isObject(value)) throw new Error('MenuButton must be an Object')
    const type = requiredString(value, 'type')
    if (type === 'default' || type === 'commands') return { type }
    if (type !== 'web_app') throw new Error('MenuButton has unsupported type')
    const text = requiredString(value, 'text')
    return { type, text, web_app: { url: requiredString(requiredObject(value, 'web_app'), 'url') } }
  })
  if (button.type === 'web_app') {
    if (button.text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID')
    return { ...button, web_app: { url: buttonLink('menu button Web App', button.web_app.url, true) } }
  }
  return button
}
