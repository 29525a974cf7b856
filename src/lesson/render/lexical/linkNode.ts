import { plainText } from '../text/plainText.ts'
import type { RichText } from '../text/richText.ts'
import { wrapText } from '../text/wrapText.ts'
import { fieldsOf } from './fieldsOf.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** Whatever else a link may lead to (scripts, files, pages of the admin) is not for learners. */
const isAllowed = (url: string) => /^(?:https?:\/\/|tg:|mailto:)\S+$/i.test(url)

export const linkNode = (node: LexicalNode, label: RichText): RichText => {
  const { linkType, url } = fieldsOf(node)
  const target = typeof url === 'string' && linkType !== 'internal' ? url.trim() : ''
  if (!isAllowed(target)) return label
  const shown = label.text === '' ? plainText(target) : label
  return wrapText(shown, { type: 'text_link', url: target.toWellFormed() })
}
