import { BAD_LINK_END, isPathCharacter } from './characters.ts'

/** The path, the query or the fragment that begins here, without what ends a sentence. */
export function linkPath(text: string, begin: number): string {
  const first = text.charAt(begin)
  if (first === '' || !'/?#'.includes(first)) return ''
  let end = begin + 1
  for (const character of text.slice(end)) {
    if (!isPathCharacter(character)) break
    end += character.length
  }
  while (end > begin + 1 && BAD_LINK_END.includes(text.charAt(end - 1))) end -= 1
  return first === '/' || end > begin + 1 ? text.slice(begin, end) : ''
}
