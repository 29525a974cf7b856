/** Parts of regular expressions (flag u). */
export const WORD = '\\p{L}\\p{N}_'
export const USERNAME = 'A-Za-z0-9_'
/** Sinhala is written with joined marks, which are no letters. */
export const HASHTAG = '\\p{L}\\p{Nd}_\\u200c\\u00b7\\u0d80-\\u0dff'

/** Characters that end no link. */
export const BAD_LINK_END = ".:;,('?!`"

/** Of general punctuation a link may hold joiners and dashes. */
const LINK_PUNCTUATION = /\u200c|\u200d|[\u2010-\u2015]/

export function isLinkCharacter(character: string): boolean {
  if (character >= '\u2000' && character <= '\u206f') return LINK_PUNCTUATION.test(character)
  return !/\p{Z}/u.test(character)
}

export function isPathCharacter(character: string): boolean {
  return !/[\n<>"«»]/.test(character) && isLinkCharacter(character)
}
