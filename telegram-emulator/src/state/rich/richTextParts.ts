import type { RichText } from '@grammyjs/types'

type Styled = Exclude<RichText, string | RichText[]>

/** The text that stands in a styled one. */
export function richTextParts(text: Styled): RichText {
  switch (text.type) {
    case 'custom_emoji':
      return text.alternative_text
    case 'mathematical_expression':
      return text.expression
    case 'button':
      return text.button.text
    case 'anchor':
      return ''
    default:
      return text.text
  }
}
