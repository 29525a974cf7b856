import type { CatalogueQuery } from '../../contracts/api/catalogue.ts'

/** Words that a question looks for: of each the lexemes of which one has to occur. */
export type WantedWords = string[][]

/** Of the lexemes of a word these are weighed: the first ones are the word itself, and the most widespread. */
const mostWeighed = 3

const quote = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const anyOf = (lexemes: readonly string[]) => `(${lexemes.map(quote).join(' | ')})`

/** Filters that are lexemes in the index, and how each begins there. */
const kinds = { language: '=l:', category: '=c:', difficulty: '=d:', price: '=p:' } as const
export type Kind = keyof typeof kinds

const kindsOf = (filters: Pick<CatalogueQuery, Kind>): string[] =>
  (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const wanted = filters[kind]?.split(',')
    return wanted ? [anyOf(wanted.map((value) => kinds[kind] + value))] : []
  })

/**
 * What is asked of the index, as tsqueries: courses in whose title and tags all words are, courses that have them anywhere,
 * and what a match is weighed by. Without words it is any course, and nothing to be weighed.
 */
export const buildQueries = (
  words: WantedWords,
  filters: Pick<CatalogueQuery, Kind>,
): { named: string | null; anywhere: string; weighed: string | null } => {
  const filtered = kindsOf(filters)
  const all = (wanted: string[]) => [...wanted, ...filtered].join(' & ')
  if (words.length === 0) return { named: null, anywhere: filtered.join(' & ') || quote('='), weighed: null }
  return {
    named: all(words.map((lexemes) => anyOf(lexemes.map((lexeme) => `t=${lexeme}`)))),
    anywhere: all(words.map(anyOf)),
    weighed: anyOf(words.flatMap((lexemes) => lexemes.slice(0, mostWeighed))),
  }
}
