import type { PoolClient } from 'pg'

import { correctWords } from './correctWords.ts'
import { readWords, shortestPrefix, type SearchedWords } from './readWords.ts'

/** What a question may mean. `corrected`: in other words than its own. */
export type Reading = SearchedWords & { corrected: string | null }

/**
 * What a question means as it is written, and what else it may: its last letter as the beginning of a word, words that
 * nobody knows as those most like them. Each is for when nothing is found by those before it, and costs nothing until then.
 */
export async function* readings(client: PoolClient, search: string): AsyncGenerator<Reading, void> {
  const searched = await readWords(client, search)
  yield { ...searched, corrected: null }
  if (searched.wanted.length === 0) return
  if ((searched.words.at(-1) ?? '').length < shortestPrefix)
    yield { ...(await readWords(client, search, 1)), corrected: null }
  const corrected = await correctWords(client, searched)
  if (corrected !== null) yield corrected
}
