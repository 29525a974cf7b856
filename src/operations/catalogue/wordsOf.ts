/** Longer ones are no words. */
const longest = 60

/**
 * A text as the words by which it is found: the same for what is written and for what is searched for. Nothing but
 * letters, their marks and digits is left of it.
 */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && word.length <= longest)
