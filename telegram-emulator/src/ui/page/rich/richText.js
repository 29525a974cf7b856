import { element } from '../dom.js'
import { formatTime, link, spoiler } from '../entities.js'

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  marked: 'mark',
  code: 'code',
}

/** A RichText as nodes. `context` is that of richMessage. */
export function richText(value, context) {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((part) => richText(part, context))
  return [styled(value, context)]
}

function styled(value, context) {
  const content = richText(value.text, context)
  switch (value.type) {
    case 'spoiler':
      return spoiler(content)
    case 'date_time':
      return element('time', {}, formatTime(value, content))
    case 'custom_emoji':
      return value.alternative_text
    case 'mathematical_expression':
      return element('code', { class: 'math' }, value.expression)
    case 'url':
      return link(withScheme(value.url), content)
    case 'bot_command': {
      const send = () => context.onCommand(`/${value.bot_command}`)
      return element('button', { class: 'command', type: 'button', onclick: send }, content)
    }
    case 'button':
      return richButton(value.button, context)
    case 'anchor':
      return element('span', { 'data-anchor': value.name })
    case 'reference':
      return element('span', { 'data-anchor': value.name }, content)
    case 'anchor_link':
      return jump(value.anchor_name, content, context)
    case 'reference_link':
      return element('sup', {}, jump(value.reference_name, content, context))
    default:
      return element(TAGS[value.type] ?? 'span', { class: TAGS[value.type] ? '' : 'mention' }, content)
  }
}

/** What Telegram found in a text may have none. */
const withScheme = (url) => (/^(?:[a-z]+:|#)/i.test(url) ? url : `http://${url}`)

export function richButton(button, context) {
  const properties = {
    class: `rich-button ${button.style ?? ''}`,
    type: 'button',
    disabled: Boolean(button.disabled),
  }
  return element(
    'button',
    { ...properties, onclick: () => context.onTap(button) },
    richText(button.text, context),
  )
}

/** Goes to an anchor of the same message. */
function jump(name, content, context) {
  const go = () => {
    const anchors = [...context.root.querySelectorAll('[data-anchor]')]
    anchors.find((anchor) => anchor.dataset.anchor === name)?.scrollIntoView({ block: 'center' })
  }
  return element('button', { class: 'command', type: 'button', onclick: go }, content)
}
