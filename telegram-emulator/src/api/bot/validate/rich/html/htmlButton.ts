import { hasAttribute, type HtmlElement } from './htmlTree.ts'
import type { Inline } from './inlineParts.ts'

const CHAT_TYPES = ['user', 'bot', 'group', 'channel'] as const

/** The button of `<tg-button type="…">`, as a bot would write it in a block. */
export function htmlButton(element: HtmlElement, text: Inline): Record<string, unknown> {
  const { style, type = '' } = element.attributes
  return { text, ...(style && { style }), ...action(type.toLowerCase(), element) }
}

function action(type: string, element: HtmlElement): Record<string, unknown> {
  const { url = '', data = '', query = '', text = '', 'forward-text': forwardText } = element.attributes
  switch (type) {
    case 'url':
      return { url }
    case 'callback_data':
      return { callback_data: data }
    case 'web_app':
      return { web_app: { url } }
    case 'login_url': {
      const isRequested = hasAttribute(element, 'request-write-access')
      return {
        login_url: {
          url,
          ...(forwardText && { forward_text: forwardText }),
          ...(isRequested && { request_write_access: true }),
        },
      }
    }
    case 'switch_inline_query':
    case 'switch_inline_query_current_chat':
      return { [type]: query }
    case 'switch_inline_query_chosen_chat': {
      const allowed = CHAT_TYPES.filter((chat) => hasAttribute(element, `allow-${chat}-chats`))
      const flags = Object.fromEntries(allowed.map((chat) => [`allow_${chat}_chats`, true]))
      return { [type]: { ...(query && { query }), ...flags } }
    }
    case 'copy_text':
      return { copy_text: { text } }
    case 'disabled':
      return { disabled: {} }
    default:
      return {}
  }
}
