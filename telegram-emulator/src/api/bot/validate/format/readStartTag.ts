import { decodeCharacter } from './decodeCharacter.ts'
import { byteOffset, isSpace, lowerAscii, parseError } from './parsedText.ts'

export interface StartTag {
  name: string
  /** The value of the attribute that the tag knows: address, language, emoji, format; empty if there is none. */
  argument: string
  /** Of `tg-time`, 0 if it is missing. */
  unixTime: number
  /** The index behind the tag. */
  end: number
}

const NAMES = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
)

/** Reads `<name attribute="value" …>`. */
export function readStartTag(given: string, begin: number): StartTag {
  const at = `at byte offset ${byteOffset(given, begin)}`
  let index = begin + 1
  const isEnd = () => given.charAt(index) === '' || given.charAt(index) === '\0'
  const skipSpace = () => {
    while (!isEnd() && isSpace(given.charAt(index))) index += 1
  }
  const skipUntil = (marks: string) => {
    while (!isSpace(given.charAt(index)) && !marks.includes(given.charAt(index))) index += 1
  }

  skipUntil('>')
  if (isEnd()) throw parseError(`Unclosed start tag ${at}`)
  const name = lowerAscii(given.slice(begin + 1, index))
  if (!NAMES.has(name)) throw parseError(`Unsupported start tag "${name}" ${at}`)

  const tag = { name, argument: '', unixTime: 0 }
  for (skipSpace(); given[index] !== '>'; skipSpace()) {
    const start = index
    skipUntil('=>/"\'')
    const attribute = given.slice(start, index)
    if (attribute === '') throw parseError(`Empty attribute name in the tag "${name}" ${at}`)
    skipSpace()
    if (given[index] !== '=') {
      if (isEnd()) throw parseError(`Unclosed start tag "${name}" ${at}`)
      if (name === 'blockquote') setAttribute(tag, attribute, '')
      continue
    }
    index += 1
    skipSpace()
    if (isEnd()) throw parseError(`Unclosed start tag "${name}" ${at}`)
    const value = readValue()
    if (isEnd()) throw parseError(`Unclosed start tag ${at}`)
    setAttribute(tag, attribute, value)
  }
  if (name === 'span' && tag.argument !== 'spoiler')
    throw parseError(`Tag "span" must have class "tg-spoiler" ${at}`)
  return { ...tag, end: index + 1 }

  function readValue(): string {
    const quote = given[index]
    if (quote !== '"' && quote !== "'") return readToken()
    let value = ''
    index += 1
    while (!isEnd() && given[index] !== quote) {
      const character = decodeCharacter(given, index)
      value += character.value
      index = character.end
    }
    if (given[index] === quote) index += 1
    return value
  }

  function readToken(): string {
    const start = index
    while (/[A-Za-z0-9.-]/.test(given.charAt(index))) index += 1
    if (!isSpace(given.charAt(index)) && given[index] !== '>')
      throw parseError(`Unexpected end of name token at byte offset ${byteOffset(given, start)}`)
    return lowerAscii(given.slice(start, index))
  }
}

/** Telegram passes over the attributes that it does not know. */
function setAttribute(tag: Omit<StartTag, 'end'>, attribute: string, value: string): void {
  switch (`${tag.name} ${attribute}`) {
    case 'a href':
    case 'tg-emoji emoji-id':
    case 'tg-time format':
      tag.argument = value
      break
    case 'code class':
      if (value.startsWith('language-')) tag.argument = value.slice('language-'.length)
      break
    case 'span class':
      if (value.startsWith('tg-')) tag.argument = value.slice('tg-'.length)
      break
    case 'blockquote expandable':
      tag.argument = 'expandable'
      break
    case 'tg-time unix':
      tag.unixTime = Number(/^-?\d+/.exec(value)?.[0] ?? 0) | 0
  }
}
