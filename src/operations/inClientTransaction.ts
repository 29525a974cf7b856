import type { Pool, PoolClient } from 'pg'

/** Runs `work` in a transaction on a connection of its own, for what is written in SQL and not through Payload. */
export const inClientTransaction = async <Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => (broken = rollbackError))
    throw error
  } finally {
    // A connection that could not roll back is thrown away, not lent to the next one.
    client.release(broken)
  }
}
