import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'

/**
 * Keeps other imports of the person out while one writes, in whichever process: two of one source would make two
 * courses, and one that fails takes back files that the other has found.
 * @returns to be called at the end
 * @throws {AppError} importRunning (409)
 */
export const holdImports = async (req: PayloadRequest, userId: string): Promise<() => Promise<void>> => {
  const client = await req.payload.db.pool.connect()
  const key = `import ${userId}`
  try {
    const { rows } = await client.query<{ isHeld: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isHeld"',
      [key],
    )
    if (!rows[0]?.isHeld) throw new AppError({ code: 'importRunning', status: 409 })
  } catch (error) {
    client.release()
    throw error
  }
  return async () => {
    const failed = await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).then(
      () => undefined,
      (error: Error) => error,
    )
    // A connection that still holds it is closed, and the lock with it.
    client.release(failed)
  }
}
