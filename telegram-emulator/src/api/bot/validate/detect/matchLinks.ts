import { isLinkCharacter, WORD } from './characters.ts'
import type { Found } from './findTags.ts'
import { linkPath } from './linkPath.ts'

const USER_DATA_END = /[\n/[\]{}()'`<>"@«»]/
const IS_WORD = new RegExp(`[${WORD}/#@]$`, 'u')
/** Everything that may stand in a scheme, and what then makes it no scheme at all. */
const SCHEME = /(?:[A-Za-z0-9+-]|[^\0-\x7f\p{Z}])*$/u

/** Everything around a dot that may be a link; `tidyLink` decides whether it is one. */
export function matchLinks(text: string): Found[] {
  const found: Found[] = []
  let begin = 0
  for (let dot = text.indexOf('.'); dot >= 0 && dot + 1 < text.length; dot = text.indexOf('.', begin)) {
    if (text[dot + 1] === ' ') {
      begin = dot + 2
      continue
    }
    const { start, end } = matchAround(text, begin, dot)
    let after = end
    if (start === undefined) {
      after = text.lastIndexOf('.', end - 1) + 1
    } else {
      if (end > dot + 1) found.push({ offset: start, length: end - start })
      while (text[after] === '.') after += 1
    }
    begin = Math.max(after, dot + 1)
  }
  return found
}

/** `start` is undefined if what stands before the host makes it no link. */
function matchAround(text: string, begin: number, dot: number): { start: number | undefined; end: number } {
  const hostEnd = skipForward(text, dot, (character) => character === '@' || isHostCharacter(character))
  const hasAt = text.slice(dot, hostEnd).includes('@')
  let start = skipBack(text, begin, dot, isHostCharacter)
  if (hasAt) start = skipBack(text, begin, start, isUserDataCharacter)
  let end = hostEnd + portLength(text, hostEnd)
  end += linkPath(text, end).length
  while (end > dot + 1 && text[end - 1] === '.') end -= 1

  if (start > begin && text[start - 1] === '@') {
    const userData = skipBack(text, begin, start - 1, isUserDataCharacter)
    if (hasAt || userData === start - 1) return { start: undefined, end }
    start = userData
  }
  return { start: withScheme(text, begin, start), end }
}

function withScheme(text: string, begin: number, start: number): number | undefined {
  const before = text.slice(begin, start)
  if (before === '') return start
  if (!before.endsWith('://') || Buffer.byteLength(before) < 6)
    return IS_WORD.test(before) ? undefined : start
  const scheme = SCHEME.exec(before.slice(0, -3))?.[0].toLowerCase() ?? ''
  const known = ['https', 'http', 'tonsite', 'ftp'].find((name) => scheme.endsWith(name))
  if (!known || ['shttp', 'tftp', 'sftp'].includes(scheme)) return undefined
  return start - known.length - 3
}

function portLength(text: string, begin: number): number {
  const port = /^:0*(\d+)/.exec(text.slice(begin, begin + 32))
  return port && Number(port[1]) > 0 && Number(port[1]) <= 65_535 ? port[0].length : 0
}

function isHostCharacter(character: string): boolean {
  return character < '\u00c0' ? /[\w.~-]/.test(character) : isLinkCharacter(character)
}

function isUserDataCharacter(character: string): boolean {
  return !USER_DATA_END.test(character) && isLinkCharacter(character)
}

function skipForward(text: string, from: number, fits: (character: string) => boolean): number {
  let index = from
  for (const character of text.slice(from)) {
    if (!fits(character)) break
    index += character.length
  }
  return index
}

function skipBack(text: string, begin: number, from: number, fits: (character: string) => boolean): number {
  let index = from
  while (index > begin) {
    const isPair = index - 2 >= begin && (text.codePointAt(index - 2) ?? 0) > 0xffff
    const length = isPair ? 2 : 1
    if (!fits(text.slice(index - length, index))) break
    index -= length
  }
  return index
}
