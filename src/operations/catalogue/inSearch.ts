import type { Pool, PoolClient } from 'pg'

import { inClientTransaction } from '../inClientTransaction.ts'

/**
 * Runs `work` on a connection whose planner goes by the index of words whatever it guesses. It does not know what reading a
 * row's words costs, and would read those of all courses for a word that many have; and it would plan each question anew.
 */
export const inSearch = <Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> =>
  inClientTransaction(pool, async (client) => {
    await client.query(
      'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off; SET LOCAL jit = off',
    )
    return work(client)
  })
