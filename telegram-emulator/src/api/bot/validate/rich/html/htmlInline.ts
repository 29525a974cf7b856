import { isEmail } from '../../detect/tidyLink.ts'
import { canonicalDateFormat, LATEST_DATE } from '../../format/dateFormat.ts'
import { linkedUser } from '../../format/links.ts'
import { checkLink } from '../../checkLink.ts'
import { htmlButton } from './htmlButton.ts'
import { hasAttribute, textOf, type HtmlElement, type HtmlNode } from './htmlTree.ts'
import { joinInline, trimEnd, type Inline } from './inlineParts.ts'

const STYLES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  mark: 'marked',
  sub: 'subscript',
  sup: 'superscript',
  'tg-spoiler': 'spoiler',
}

interface Flow {
  /** White space collapses, but in code. */
  isVerbatim: boolean
  /** Whether a space would follow a space or begin a line. */
  isAfterSpace: boolean
}

/** The nodes as a rich text, as the field `text` of a block takes it; the empty string if nothing is left. */
export function htmlInline(nodes: readonly HtmlNode[], isVerbatim = false): Inline {
  const text = convertAll(nodes, { isVerbatim, isAfterSpace: true })
  return isVerbatim ? text : trimEnd(text)
}

function convertAll(nodes: readonly HtmlNode[], flow: Flow): Inline {
  return joinInline(nodes.map((node) => (typeof node === 'string' ? plain(node, flow) : convert(node, flow))))
}

function plain(text: string, flow: Flow): string {
  if (flow.isVerbatim) return text
  const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
  const kept = flow.isAfterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
  if (kept !== '') flow.isAfterSpace = kept.endsWith(' ')
  return kept
}

function convert(element: HtmlElement, flow: Flow): Inline {
  const { name, attributes, children } = element
  const style = STYLES[name]
  const inner = () => convertAll(children, flow)
  if (style !== undefined) return wrapped(inner(), (text) => ({ type: style, text }))
  switch (name) {
    case 'br':
      flow.isAfterSpace = true
      return '\n'
    case 'a':
      if (hasAttribute(element, 'name') && textOf(children).trim() === '')
        return { type: 'anchor', name: attributes.name }
      return wrapped(inner(), (text) => link(text, attributes.href ?? ''))
    case 'tg-reference':
      return wrapped(inner(), (text) => ({ type: 'reference', text, name: attributes.name ?? '' }))
    case 'tg-time':
      return wrapped(inner(), (text) => date(text, attributes))
    case 'tg-emoji':
    case 'img':
    case 'tg-math':
    case 'tg-button':
      flow.isAfterSpace = false
      return convertWhole(element)
    default:
      return inner()
  }
}

/** What is no text with a style but a thing in the line. */
function convertWhole(element: HtmlElement): Inline {
  const { name, attributes, children } = element
  switch (name) {
    case 'tg-math': {
      const expression = textOf(children).trim()
      return expression === '' ? '' : { type: 'mathematical_expression', expression }
    }
    case 'tg-button':
      return { type: 'button', button: htmlButton(element, htmlInline(children)) }
    case 'tg-emoji':
      return emoji(attributes['emoji-id'] ?? '', textOf(children).trim())
    default:
      return emoji(/\bid=(\d+)/.exec(attributes.src ?? '')?.[1] ?? '', attributes.alt ?? '')
  }
}

function emoji(custom_emoji_id: string, alternative_text: string): Inline {
  return { type: 'custom_emoji', custom_emoji_id, alternative_text }
}

function wrapped(text: Inline, wrap: (text: Inline) => Inline): Inline {
  return text === '' ? '' : wrap(text)
}

/** Of a link that leads nowhere the text stays. */
function link(text: Inline, given: string): Inline {
  const url = given.trim()
  const email = /^mailto:([^?]*)/i.exec(url)?.[1]
  if (email !== undefined)
    return isEmail(email) ? { type: 'email_address', text, email_address: email } : text
  const phone = /^tel:(\+?[\d ()-]{3,32})$/i.exec(url)?.[1]
  if (phone !== undefined) return { type: 'phone_number', text, phone_number: phone }
  const isLink =
    url.startsWith('#') ||
    linkedUser(url) !== undefined ||
    (url !== '' && checkLink(url).problem === undefined)
  return isLink ? { type: 'url', text, url } : text
}

function date(text: Inline, { unix = '', format = '' }: HtmlElement['attributes']): Inline {
  const unix_time = /^\d+$/.test(unix) ? Number(unix) : 0
  const date_time_format = canonicalDateFormat(format)
  if (unix_time <= 0 || unix_time > LATEST_DATE || date_time_format === undefined) return text
  return { type: 'date_time', text, unix_time, date_time_format }
}
