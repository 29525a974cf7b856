import type { PoolClient } from 'pg'

import type { SearchedWords } from './readWords.ts'

/** A shorter word is like too many others. */
const shortest = 4
const mostLike = 3

const statement = `
SELECT wanted.place::int - 1 AS place, alike.word, alike.lexeme
FROM unnest($1::text[]) WITH ORDINALITY AS wanted(word, place)
CROSS JOIN LATERAL (
  SELECT l.word, l.lexeme, similarity(l.word, wanted.word) + 0.01 * ln(1 + l.courses_count) AS likeness
  FROM catalogue_lexemes l WHERE l.word % wanted.word AND l.courses_count > 0
  ORDER BY likeness DESC, l.word LIMIT ${mostLike}) alike
WHERE char_length(wanted.word) >= ${shortest}
  AND NOT EXISTS (SELECT 1 FROM catalogue_lexemes known WHERE known.word = wanted.word)
ORDER BY wanted.place, alike.likeness DESC, alike.word`

/** The same question with those words that nobody knows replaced by what they are most like; null: there are none such. */
export const correctWords = async (
  client: PoolClient,
  searched: SearchedWords,
): Promise<(SearchedWords & { corrected: string }) | null> => {
  const { rows } = await client.query<{ place: number; word: string; lexeme: string }>({
    name: 'catalogue corrections',
    text: statement,
    values: [searched.words],
  })
  if (rows.length === 0) return null
  const likeOf = (place: number) => rows.filter((row) => row.place === place)
  const words = searched.words.map((word, place) => likeOf(place)[0]?.word ?? word)
  const wanted = searched.wanted.map((lexemes, place) => {
    const alike = new Set(likeOf(place).map(({ lexeme }) => lexeme))
    return alike.size > 0 ? [...alike] : lexemes
  })
  return { words, wanted, corrected: words.join(' ') }
}
