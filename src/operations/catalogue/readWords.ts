import type { PoolClient } from 'pg'

import type { WantedWords } from './buildQueries.ts'
import { wordsOf } from './wordsOf.ts'

/** More words than these narrow nothing down. */
const mostWords = 8
/** An unfinished word is completed to the most widespread ones that begin so. */
const mostCompletions = 12
/** A single letter stands for itself, as in “C”; `readings` takes it for a beginning where nothing is found. */
export const shortestPrefix = 2
/** A lexeme that no course has: signs alone are no words, and are found nowhere. */
const noWord = '=none'

/** Words of a question, with what each may stand for in the index. */
export type SearchedWords = { words: string[]; wanted: WantedWords }

const statement = `
SELECT (SELECT json_agg(tsvector_to_array(to_tsvector('russian', word)) ORDER BY place)
        FROM unnest($1::text[]) WITH ORDINALITY AS u(word, place)) AS lexemes,
       ARRAY(SELECT lexeme FROM catalogue_lexemes WHERE word >= $2 AND word < $3 AND courses_count > 0
             GROUP BY lexeme ORDER BY max(courses_count) DESC, lexeme LIMIT ${mostCompletions}) AS completions`

/**
 * Reads what was typed. Words that say nothing, as “and”, are left out. A question of which nothing is left is looked for
 * by how it begins; if nothing begins so, no course is meant.
 */
export const readWords = async (
  client: PoolClient,
  search: string,
  shortest = shortestPrefix,
): Promise<SearchedWords> => {
  const words = [...new Set(wordsOf(search))].slice(0, mostWords)
  const last = words.at(-1)
  if (last === undefined) return { words, wanted: search.trim() === '' ? [] : [[noWord]] }
  const prefix = last.length < shortest ? null : last
  const { rows } = await client.query<{ lexemes: string[][]; completions: string[] }>({
    name: 'catalogue words',
    text: statement,
    values: [words, prefix, prefix && `${prefix}\u{10FFFF}`],
  })
  const { lexemes = [], completions = [] } = rows[0] ?? {}
  const read = words.map((word, index) => ({
    word,
    lexemes: [...new Set([...(lexemes[index] ?? []), ...(word === last ? completions : [])])],
  }))
  const telling = read.filter((each) => each.lexemes.length > 0)
  return telling.length === 0
    ? { words: [last], wanted: [[last]] }
    : { words: telling.map(({ word }) => word), wanted: telling.map(({ lexemes: those }) => those) }
}
