import type { Pool } from 'pg'

import type { ReviewVerdict } from '../../contracts/review.ts'

/** Telegram brings an update again for a day. */
const redeliveryMs = 24 * 60 * 60_000

/** What a message of a reviewer has decided already; null: nothing. */
export const findDecidedBy = async (
  db: Pool,
  options: { userId: string; messageId: number; now: string },
): Promise<{ verdict: ReviewVerdict; learnerName: string } | null> => {
  const { userId, messageId, now } = options
  const { rows } = await db.query<{ verdict: ReviewVerdict; learnerName: string }>(
    `SELECT status::text AS verdict, learner_name AS "learnerName" FROM assignments
     WHERE reviewed_by_id = $1::uuid AND reviewed_at > $2::timestamptz AND history @> $3::jsonb LIMIT 1`,
    [
      userId,
      new Date(Date.parse(now) - redeliveryMs).toISOString(),
      JSON.stringify([{ by: userId, message: messageId }]),
    ],
  )
  return rows[0] ?? null
}
