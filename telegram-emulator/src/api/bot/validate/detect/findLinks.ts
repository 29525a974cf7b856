import type { Found } from './findTags.ts'
import { linkPath } from './linkPath.ts'
import { matchLinks } from './matchLinks.ts'
import { isEmail, tidyLink } from './tidyLink.ts'

interface FoundLink extends Found {
  type: 'url' | 'email'
}

/** Web addresses with or without a scheme, and e-mail addresses. */
export function findLinks(text: string): FoundLink[] {
  const found: FoundLink[] = []
  for (const { offset, length } of matchLinks(text)) {
    const match = text.slice(offset, offset + length)
    const prefix = match.startsWith('mailto:') ? 'mailto:'.length : 0
    if (isEmail(match)) {
      found.push({ type: 'email', offset, length })
    } else if (prefix > 0 && isEmail(match.slice(prefix))) {
      found.push({ type: 'email', offset: offset + prefix, length: length - prefix })
    } else {
      const url = tidyLink(match)
      if (url !== '') found.push({ type: 'url', offset, length: url.length })
    }
  }
  return found
}

/** tg://…, ton://… and tonsite://…, which need no dot. */
export function findAppLinks(text: string): FoundLink[] {
  const found: FoundLink[] = []
  const pattern = /(tg|ton|tonsite):\/\/[\w-]{1,253}/gi
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const path = linkPath(text, pattern.lastIndex)
    // Without a path, what follows the scheme may be a scheme itself.
    if (path === '') pattern.lastIndex = match.index + (match[1] ?? '').length + '://'.length
    else pattern.lastIndex += path.length
    found.push({ type: 'url', offset: match.index, length: match[0].length + path.length })
  }
  return found
}
