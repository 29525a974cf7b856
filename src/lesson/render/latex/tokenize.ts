/** `word` is a command's name without its backslash; spaces are told apart, since text mode keeps them. */
export type Token = { kind: 'word' | 'sign' | 'space'; value: string }

const pattern = /\\([a-zA-Z]+)\*?|\\([^a-zA-Z])|(\s+|%.*(?:\n|$))|([^\\])/gu

/** Signs behind a backslash that stand for themselves. */
const escaped = /^[{}%$&#_ ]$/

export const tokenize = (latex: string): Token[] =>
  Array.from(latex.matchAll(pattern), ([, word, behind, space, sign]): Token => {
    if (word !== undefined) return { kind: 'word', value: word }
    if (behind !== undefined)
      return { kind: 'word', value: escaped.test(behind) ? `escaped ${behind}` : behind }
    return space === undefined ? { kind: 'sign', value: sign ?? '' } : { kind: 'space', value: ' ' }
  })
