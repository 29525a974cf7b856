import type { Pool } from 'pg'

import { catalogueLimits, type Suggestion } from '../../contracts/api/catalogue.ts'
import { buildQueries } from './buildQueries.ts'
import { inSearch } from './inSearch.ts'
import { readWords } from './readWords.ts'
import { lastTier } from './tiers.ts'

/** So many are looked at; the most popular ones of them are told. */
const looked = 50

const inTiers = Array.from(
  { length: lastTier + 1 },
  (_, tier) =>
    `SELECT course_id, title, popularity FROM catalogue WHERE tier = ${tier} AND words @@ $1::tsquery`,
).join('\n  UNION ALL ')

/** Courses whose titles or tags have the words, the last of which may be unfinished: for whoever is typing. */
export const suggestCourses = (pool: Pool, search: string): Promise<Suggestion[]> =>
  inSearch(pool, async (client) => {
    const { wanted } = await readWords(client, search)
    const { named } = buildQueries(wanted, {})
    if (named === null) return []
    const { rows } = await client.query<Suggestion>({
      name: 'catalogue suggestions',
      text: `SELECT course_id AS id, title FROM (SELECT * FROM (${inTiers}) n LIMIT ${looked}) f
             ORDER BY popularity DESC, course_id LIMIT ${catalogueLimits.suggestions}`,
      values: [named],
    })
    return rows
  })
