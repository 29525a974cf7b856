import type { Pool } from 'pg'

import { now } from '../clock.ts'

const monthsAhead = 3

const monthStart = (date: Date, offset: number) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1))
const day = (date: Date) => date.toISOString().slice(0, 10)

/**
 * Makes the partitions of `facts` for this month and the next three. What falls outside of all goes to the
 * default partition; a month that has rows there is left as it is.
 */
export const keepFactPartitions = async (pool: Pool): Promise<void> => {
  for (let offset = 0; offset <= monthsAhead; offset += 1) {
    const from = day(monthStart(now(), offset))
    const to = day(monthStart(now(), offset + 1))
    const name = `facts_${from.slice(0, 7).replace('-', '_')}`
    const { rows } = await pool.query<{ exists: boolean; misplaced: boolean }>(
      `SELECT to_regclass($1) IS NOT NULL AS exists,
              EXISTS (SELECT 1 FROM facts_default WHERE at >= $2::timestamptz AND at < $3::timestamptz) AS misplaced`,
      [name, `${from}T00:00:00Z`, `${to}T00:00:00Z`],
    )
    if (rows[0]?.exists || rows[0]?.misplaced) continue
    await pool.query(
      `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF facts FOR VALUES FROM ('${from}T00:00:00Z') TO ('${to}T00:00:00Z')`,
    )
  }
}
