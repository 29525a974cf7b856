import type { Pool } from 'pg'

import { inClientTransaction } from '../inClientTransaction.ts'
import { lastTier, tierSizes } from './tiers.ts'

/** Any number that no other lock has. */
const lock = 4_081_711

/** SQL: the tier of the course at a `place`. */
const tierOf = (() => {
  let end = 0
  const cases = tierSizes.map((size, tier) => `WHEN place <= ${(end += size)} THEN ${tier}`)
  return `CASE ${cases.join(' ')} ELSE ${lastTier} END`
})()

/** So many entries are moved in one transaction: whoever publishes one of them waits no longer than that takes. */
const batch = 2000

const countWords = `
UPDATE catalogue_lexemes l SET courses_count = coalesce(s.ndoc, 0)
FROM catalogue_lexemes k LEFT JOIN ts_stat('SELECT head FROM catalogue WHERE tier IS NOT NULL') s ON s.word = k.lexeme
WHERE l.word = k.word AND l.courses_count <> coalesce(s.ndoc, 0)`

const moveSome = `
WITH placed AS (
  SELECT course_id, tier, row_number() OVER (ORDER BY popularity DESC, course_id) AS place
  FROM catalogue WHERE tier IS NOT NULL),
moved AS MATERIALIZED (
  SELECT e.course_id, ${tierOf} AS tier FROM catalogue e JOIN placed USING (course_id)
  WHERE placed.tier <> ${tierOf} ORDER BY place LIMIT ${batch} FOR NO KEY UPDATE OF e SKIP LOCKED)
UPDATE catalogue e SET tier = moved.tier FROM moved WHERE e.course_id = moved.course_id`

/**
 * Draws the catalogue's tiers anew by popularity, and counts in how many courses each word is a prominent one. Once at a
 * time, whichever process does it; an entry that is being written is left to the next time.
 */
export const drawTiers = async (pool: Pool): Promise<void> => {
  const alone = (statement: string): Promise<number> =>
    inClientTransaction(pool, async (client) => {
      const { rows } = await client.query<{ ours: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS ours', [
        lock,
      ])
      return rows[0]?.ours ? ((await client.query(statement)).rowCount ?? 0) : 0
    })
  await alone(countWords)
  while ((await alone(moveSome)) === batch);
}
