import { HASHTAG, USERNAME, WORD } from './characters.ts'

/** Where something stands in a text, in UTF-16 units. */
export interface Found {
  offset: number
  length: number
}

const SHORT_USERNAMES = new Set(['gif', 'nft', 'pic', 'ufc', 'vid'])
const LONGEST_HASHTAG = 256

export function findMentions(text: string): Found[] {
  const pattern = new RegExp(`(?<![${WORD}])@([${USERNAME}]{2,32})(?![${WORD}])`, 'gu')
  return spans(text, pattern).filter(({ offset, length }) => {
    const username = text.slice(offset + 1, offset + length)
    return username.length >= 4 || SHORT_USERNAMES.has(username.toLowerCase())
  })
}

export function findBotCommands(text: string): Found[] {
  const around = `${WORD}/<>`
  const bot = `@[${USERNAME}]{3,32}`
  return spans(text, new RegExp(`(?<![${around}])/[${USERNAME}]{1,64}(?:${bot}|(?!@))(?![${around}])`, 'gu'))
}

export function findHashtags(text: string): Found[] {
  const found: Found[] = []
  const pattern = new RegExp(`(?<![${HASHTAG}])#([${HASHTAG}]+)`, 'gu')
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const characters = [...(match[1] ?? '')]
    const counted = characters.slice(0, LONGEST_HASHTAG).join('')
    let length = 1 + counted.length
    if (characters.length <= LONGEST_HASHTAG) {
      const username = new RegExp(`@[${USERNAME}]{3,32}`, 'y')
      username.lastIndex = pattern.lastIndex
      length += username.exec(text)?.[0].length ?? 0
      pattern.lastIndex = match.index + length
    }
    if (text[pattern.lastIndex] !== '#' && /\p{L}/u.test(counted)) found.push({ offset: match.index, length })
  }
  return found
}

export function findCashtags(text: string): Found[] {
  const bot = `@[${USERNAME}]{3,32}(?![${USERNAME}])`
  const tag = `\\$(?:1INCH|[A-Z]{1,8})(?![A-Z])(?:${bot}|(?!${bot}))`
  return spans(text, new RegExp(`(?<![$${HASHTAG}])${tag}(?![$${HASHTAG}])`, 'gu'))
}

function spans(text: string, pattern: RegExp): Found[] {
  return Array.from(text.matchAll(pattern), (match) => ({ offset: match.index, length: match[0].length }))
}
