import type { RichText } from '@grammyjs/types'

import type { Inline, Mark } from '../../content/block.ts'
import { linkTarget } from '../blocks/linkTarget.ts'
import { plainText } from '../text/plainText.ts'

/** From the outermost in: where there is no depth for all, the first ones stay. */
const order: readonly Mark[] = [
  ...([
    'spoiler',
    'code',
    'subscript',
    'superscript',
    'bold',
    'italic',
    'underline',
    'strikethrough',
  ] as const),
]

type Target = { type: 'url'; url: string } | { type: 'email_address'; email_address: string }

/** One address that does not please Telegram would cost the whole message. */
const targetOf = (url: string): Target | null => {
  const target = linkTarget(url)
  if (target === null) return null
  const email = /^mailto:([\w.+-]+@(?:[a-z\d-]+\.)+[a-z]{2,})(?:\?|$)/i.exec(target)?.[1]
  if (email !== undefined) return { type: 'email_address', email_address: email }
  if (/^tg:/i.test(target))
    return /^tg:\/\/[\w-]+(?:[/?]\S*)?$/i.test(target) ? { type: 'url', url: target } : null
  const parsed = URL.parse(target)
  const isWeb =
    parsed !== null && /^https?:$/.test(parsed.protocol) && /^[\w-]+(?:\.[\w-]+)+$/.test(parsed.hostname)
  return isWeb ? { type: 'url', url: parsed.href } : null
}

const compact = (parts: readonly RichText[]): RichText => {
  const filled = parts.filter((part) => part !== '')
  return filled.length === 1 && filled[0] !== undefined ? filled[0] : filled.length === 0 ? '' : filled
}

const styled = (value: string, marks: readonly Mark[], levels: number): RichText => {
  const text = plainText(value).text
  if (text === '') return ''
  const kept = order.filter((mark) => marks.includes(mark)).slice(0, Math.max(0, levels))
  return kept.reduceRight<RichText>((inner, type) => ({ type, text: inner }), text)
}

const linked = (url: string, content: readonly Inline[], levels: number): RichText => {
  const target = targetOf(url)
  // A link is a level, and several texts in it are another.
  const label = richInlines(content, levels - 2)
  const words = plainText(content.map((inline) => ('text' in inline ? inline.text : '')).join('')).text.trim()
  const isBlank = content.every((inline) => inline.type === 'linebreak' || ('text' in inline && words === ''))
  const address = plainText(linkTarget(url) ?? '').text
  if (target !== null) return { ...target, text: isBlank ? address : label } as RichText
  // An address that cannot be a link is told, where it is one at all.
  if (address === '' || address === words) return label
  return isBlank ? address : compact([label, ` (${address})`])
}

/** The content of a line; `levels` are left for formatting in formatting. */
export const richInlines = (inlines: readonly Inline[], levels: number): RichText =>
  compact(
    inlines.map((inline): RichText => {
      switch (inline.type) {
        case 'text':
          return styled(inline.text, inline.marks, levels)
        case 'linebreak':
          return '\n'
        case 'link':
          return linked(inline.url, inline.content, levels)
        case 'math': {
          const expression = plainText(inline.latex).text
          return expression.trim() === '' ? '' : { type: 'mathematical_expression', expression }
        }
      }
    }),
  )
