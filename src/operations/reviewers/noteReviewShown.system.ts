import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { ReviewShownRequest } from '../../contracts/platformReview.ts'
import { AppError } from '../../errors/AppError.ts'
import { isUuid } from '../isUuid.ts'

/**
 * Remembers what a reviewer sees. A card that says what was decided is followed no more, nor is a digest of nothing.
 * @throws {AppError} notFound (404)
 */
export const noteReviewShown = async (
  req: PayloadRequest,
  userId: string,
  { subject, messageId, shown, aboveIds }: ReviewShownRequest,
): Promise<void> => {
  if (!isUuid(userId)) throw new AppError({ code: 'notFound', status: 404 })
  const isOpen = subject === 'digest' ? shown !== '0' : shown.startsWith('pending|')
  await req.payload.db.pool.query(
    `INSERT INTO review_cards (user_id, subject, message_id, shown, sent_at, is_open, above_ids)
     SELECT id, $2::text, $3::numeric, $4::text, $5::timestamptz, $6::boolean, $7::jsonb FROM users WHERE id = $1::uuid
     ON CONFLICT (user_id, subject) DO UPDATE
     SET shown = excluded.shown, is_open = excluded.is_open, message_id = excluded.message_id,
         above_ids = coalesce(excluded.above_ids, review_cards.above_ids),
         sent_at = CASE WHEN review_cards.message_id = excluded.message_id THEN review_cards.sent_at
                        ELSE excluded.sent_at END`,
    [
      userId,
      subject,
      messageId,
      shown,
      nowIso(),
      isOpen,
      aboveIds === undefined ? null : JSON.stringify(aboveIds),
    ],
  )
}
