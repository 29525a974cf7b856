import type { Payload } from 'payload'

import { now } from '../../clock.ts'

/** Every bot is to be looked at as soon as its slice comes. */
export const checkAllBots = async (payload: Payload): Promise<void> => {
  await payload.db.pool.query('UPDATE bots SET check_due_at = $1 WHERE check_due_at > $1', [now()])
}
