import type { Pool } from 'pg'

import { refreshCounts } from './refreshCounts.ts'

const counting = {
  counted: `
    SELECT course_id, round(avg(stars), 2) AS average, count(*) AS count FROM ratings
    WHERE course_id IN (SELECT DISTINCT course_id FROM ratings WHERE changed_at >= $1)
    GROUP BY course_id`,
  differs: '(c.rating, c.ratings_count) IS DISTINCT FROM (k.average, k.count)',
  set: 'rating = k.average, ratings_count = k.count',
}

/** Average and number of ratings of courses that were rated since a product time. */
export const refreshRatings = (pool: Pool, since: Date): Promise<void> => refreshCounts(pool, counting, since)
