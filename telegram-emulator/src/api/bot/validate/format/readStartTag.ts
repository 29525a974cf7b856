import { decodeCharacter } from './decodeCharacter.ts'
import { byteOffset, parseError } from './parsedText.ts'

export interface StartTag {
  name: string
  /** The value of the attribute that the tag knows: address, language, emoji; empty if there is none. */
  argument: string
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
  const skip = (pattern: RegExp): string => {
    const sticky = new RegExp(pattern, 'y')
    sticky.lastIndex = index
    const found = sticky.exec(given)?.[0] ?? ''
    index += found.length
    return found
  }

  const name = skip(/[^\s>]*/).toLowerCase()
  if (index >= given.length) throw parseError(`Unclosed start tag ${at}`)
  if (!NAMES.has(name)) throw parseError(`Unsupported start tag "${name}" ${at}`)

  let argument = ''
  for (skip(/\s*/); given[index] !== '>'; skip(/\s*/)) {
    if (index >= given.length) throw parseError(`Unclosed start tag "${name}" ${at}`)
    const attribute = skip(/[^\s=>/"']*/)
    if (attribute === '') throw parseError(`Empty attribute name in the tag "${name}" ${at}`)
    skip(/\s*/)
    const value = given[index] === '=' ? readValue() : ''
    if (index >= given.length) throw parseError(`Unclosed start tag "${name}" ${at}`)
    argument = argumentOf(name, attribute, value) ?? argument
  }
  if (name === 'span' && argument !== 'spoiler')
    throw parseError(`Tag "span" must have class "tg-spoiler" ${at}`)
  return { name, argument, end: index + 1 }

  function readValue(): string {
    index += 1
    skip(/\s*/)
    const quote = given[index]
    if (quote !== '"' && quote !== "'") {
      const start = index
      const token = skip(/[\w.-]*/).toLowerCase()
      if (index < given.length && !/[\s>]/.test(given.charAt(index)))
        throw parseError(`Unexpected end of name token at byte offset ${byteOffset(given, start)}`)
      return token
    }
    let value = ''
    index += 1
    while (index < given.length && given[index] !== quote) {
      const character = decodeCharacter(given, index)
      value += character.value
      index = character.end
    }
    index += 1
    return value
  }
}

/** Undefined for the attributes that Telegram passes over. */
function argumentOf(tag: string, attribute: string, value: string): string | undefined {
  switch (`${tag} ${attribute}`) {
    case 'a href':
    case 'tg-emoji emoji-id':
      return value
    case 'code class':
      return value.startsWith('language-') ? value.slice('language-'.length) : undefined
    case 'span class':
      return value.startsWith('tg-') ? value.slice('tg-'.length) : undefined
    case 'blockquote expandable':
      return 'expandable'
    default:
      return undefined
  }
}
