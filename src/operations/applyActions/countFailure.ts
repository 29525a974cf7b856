import type { Payload } from 'payload'

import type { RunnerAction } from '../../contracts/runnerActions.ts'

const triesUntilDead = 5

/** PostgreSQL classes and Node codes that speak of an outage, not of the update. */
const isOutage = (error: unknown) => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return (
    /^(08|53|57|58|40|55P03|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code) ||
    /timeout|terminated/i.test(String(error))
  )
}

/** What a person said is theirs: nobody looks at it to find out what failed. */
const withoutText = (event: RunnerAction['event']) =>
  event.type === 'message' ? { ...event, text: null, file: null } : event

/**
 * Counts a failed try, outside the failed transaction. After five the update is a dead letter: it is
 * answered as taken, so that it no longer blocks the learner's chat. An outage counts nothing.
 */
export const countFailure = async (options: {
  payload: Payload
  action: RunnerAction
  error: unknown
  now: string
}): Promise<{ isDead: boolean }> => {
  const { payload, action, error, now } = options
  if (isOutage(error)) return { isDead: false }
  const { rows } = await payload.db.pool.query<{ isDead: boolean }>(
    `INSERT INTO dead_letters AS d (bot_id, update_id, telegram_user_id, event, tries, is_dead, error, first_tried_at, last_tried_at)
     VALUES ($1, $2, $3, $4, 1, false, $5, $6, $6)
     ON CONFLICT (bot_id, update_id) DO UPDATE
     SET tries = d.tries + 1, is_dead = d.tries + 1 >= $7, error = excluded.error, last_tried_at = excluded.last_tried_at
     RETURNING is_dead AS "isDead"`,
    [
      action.botId,
      action.updateId,
      action.learner.telegramUserId,
      JSON.stringify(withoutText(action.event)),
      error instanceof Error ? error.message.slice(0, 500) : 'unknown',
      now,
      triesUntilDead,
    ],
  )
  return { isDead: rows[0]?.isDead ?? false }
}
