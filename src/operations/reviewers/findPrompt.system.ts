import type { Pool, PoolClient } from 'pg'

import type { ReviewVerdict } from '../../contracts/review.ts'

export type Prompt = { userId: string; submissionId: string; verdict: ReviewVerdict }

/** What the next message of a Telegram account decides, if anything; a question that was not answered in time is over. */
export const findPrompt = async (
  db: Pool | PoolClient,
  telegramUserId: number,
  now: string,
): Promise<Prompt | null> => {
  const { rows } = await db.query<Prompt>(
    `SELECT p.user_id AS "userId", p.submission AS "submissionId", p.verdict::text AS verdict
     FROM review_prompts p JOIN users u ON u.id = p.user_id
     WHERE u.telegram_id = $1::numeric AND u.is_active AND p.expires_at > $2::timestamptz`,
    [telegramUserId, now],
  )
  return rows[0] ?? null
}
