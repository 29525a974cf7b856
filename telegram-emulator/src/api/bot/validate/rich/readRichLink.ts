import type { RichText } from '@grammyjs/types'

import { badRequest } from '../../botApiError.ts'
import { checkLink } from '../checkLink.ts'
import { linkedUser } from '../format/links.ts'
import { cleanString } from './cleanString.ts'
import type { AnchorLink, RichContext } from './richContext.ts'

/** A link, which may lead to a person or to a place of the same message. */
export function readRichLink(text: RichText, given: string, context: RichContext): RichText {
  const url = cleanString(given, 'rich text URL')
  if (url.startsWith('#')) {
    const link: AnchorLink = { type: 'url', text, url }
    context.anchorLinks.push(link)
    return link
  }
  const userId = linkedUser(url)
  const user = userId === undefined ? undefined : context.findPerson(userId)
  if (user) return { type: 'text_mention', text, user }
  if (checkLink(url).problem !== undefined) throw badRequest('RICH_MESSAGE_URL_INVALID')
  return { type: 'url', text, url }
}

/** Says of each link to a place what it leads to, now that all places are known; the empty name is the top. */
export function finishAnchorLinks({ anchorLinks, anchors }: RichContext): void {
  for (const link of anchorLinks) {
    const name = link.type === 'url' ? link.url.slice(1) : ''
    const anchor = name === '' ? { isReference: false } : anchors.get(name)
    if (!anchor) continue
    const { text } = link
    const found: AnchorLink = anchor.isReference
      ? { type: 'reference_link', text, reference_name: name }
      : { type: 'anchor_link', text, anchor_name: name }
    Reflect.deleteProperty(link, 'url')
    Object.assign(link, found)
  }
}
