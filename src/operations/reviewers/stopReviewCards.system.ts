import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { isUuid } from '../isUuid.ts'

/** A reviewer has blocked the platform bot: nothing is sent to them until they ask for it again. */
export const stopReviewCards = async (req: PayloadRequest, userId: string): Promise<void> => {
  if (!isUuid(userId)) throw new AppError({ code: 'notFound', status: 404 })
  await inClientTransaction(req.payload.db.pool, async (client) => {
    await client.query('UPDATE users SET has_review_cards = false WHERE id = $1::uuid', [userId])
    await client.query('UPDATE review_cards SET is_open = false WHERE user_id = $1::uuid', [userId])
    await client.query('DELETE FROM review_prompts WHERE user_id = $1::uuid', [userId])
  })
}
