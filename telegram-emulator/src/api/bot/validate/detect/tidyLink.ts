import { BAD_LINK_END } from './characters.ts'
import { TOP_LEVEL_DOMAINS } from './topLevelDomains.ts'

const EMAIL =
  /^(?:[a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}@(?:(?:[a-z0-9][a-z0-9_-]{0,28})?[a-z0-9]\.){1,6}[a-z]{2,8}$/i
const OPENING = '([{'
const CLOSING = ')]}'
/** A look-alike of Telegram's own address. */
const IMPOSTOR = 'teiegram.org'

export function isEmail(text: string): boolean {
  return EMAIL.test(text)
}

/** The link without brackets that it did not open; empty if its host is none that Telegram would link. */
export function tidyLink(match: string): string {
  const scheme = /^(?:https?|ftp|tonsite):\/\//i.exec(match)?.[0] ?? ''
  const [host = ''] = match.slice(scheme.length).split(/[/?#]/, 1)
  const path = match.slice(scheme.length + host.length)
  const name = host.replace(/^[^@]*@/, '').replace(/:[^:]*$/, '')
  if (name.toLowerCase() === IMPOSTOR || !isHost(name, scheme !== '')) return ''
  return scheme + host + balancedPart(path)
}

function balancedPart(path: string): string {
  const open = [0, 0, 0]
  let end = 0
  for (; end < path.length; end += 1) {
    const character = path.charAt(end)
    const opened = OPENING.indexOf(character)
    const closed = CLOSING.indexOf(character)
    if (opened >= 0) open[opened] = (open[opened] ?? 0) + 1
    if (closed >= 0) open[closed] = (open[closed] ?? 0) - 1
    if (open.some((count) => count < 0)) break
  }
  while (end > 0 && BAD_LINK_END.includes(path.charAt(end - 1))) end -= 1
  return path.slice(0, end)
}

function isHost(name: string, hasScheme: boolean): boolean {
  const parts = name.split('.')
  if (parts.length === 1) return false
  if (parts.some((part) => part === '' || Buffer.byteLength(part) >= 64 || part.endsWith('-'))) return false
  if (parts.length === 4 && parts.every(isByte)) return true
  if (!/[^\d.]/.test(name)) return false
  const domain = parts.at(-1) ?? ''
  if ([...domain].length <= 1 || parts.at(-2)?.includes('_')) return false
  if (domain.startsWith('xn--')) return /^xn--[A-Za-z0-9]{2,}$/.test(domain)
  return !/[_-]/.test(domain) && (hasScheme || isTopLevelDomain(domain))
}

function isByte(part: string): boolean {
  return /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255
}

/** `Ru` is the beginning of a sentence, `RU` is a domain. */
function isTopLevelDomain(domain: string): boolean {
  const lower = domain.toLowerCase()
  const [, ...rest] = domain
  const isCapitalized = lower !== domain && lower.endsWith(rest.join(''))
  return !isCapitalized && TOP_LEVEL_DOMAINS.has(lower)
}
