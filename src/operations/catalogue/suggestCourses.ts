import type { Pool, PoolClient } from 'pg'

import { catalogueLimits, type Suggestion } from '../../contracts/api/catalogue.ts'
import { buildQueries } from './buildQueries.ts'
import { inSearch } from './inSearch.ts'
import { readings } from './readings.ts'
import { lastTier } from './tiers.ts'

/** So many are looked at; the most popular ones of them are told. */
const looked = 50

const inTiers = Array.from(
  { length: lastTier + 1 },
  (_, tier) =>
    `SELECT course_id, title, popularity FROM catalogue WHERE tier = ${tier} AND words @@ $1::tsquery`,
).join('\n  UNION ALL ')

const find = async (client: PoolClient, named: string): Promise<Suggestion[]> => {
  const { rows } = await client.query<Suggestion>({
    name: 'catalogue suggestions',
    text: `SELECT course_id AS id, title FROM (SELECT * FROM (${inTiers}) n LIMIT ${looked}) f
           ORDER BY popularity DESC, course_id LIMIT ${catalogueLimits.suggestions}`,
    values: [named],
  })
  return rows
}

/**
 * Courses whose titles or tags have the words, the last of which may be unfinished: for whoever is typing. Where there are
 * none, misspelt words are corrected.
 */
export const suggestCourses = (pool: Pool, search: string): Promise<Suggestion[]> =>
  inSearch(pool, async (client) => {
    for await (const { wanted } of readings(client, search)) {
      const { named } = buildQueries(wanted, {})
      const found = named === null ? [] : await find(client, named)
      if (found.length > 0) return found
    }
    return []
  })
