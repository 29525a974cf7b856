import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { ReviewCancelResponse, ReviewerRequest } from '../../contracts/platformReview.ts'
import { processState } from '../../processState.ts'
import { giveBackSubmission } from '../assignments/giveBackSubmission.system.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { endPrompt } from './endPrompt.system.ts'
import { findPrompt } from './findPrompt.system.ts'

/** A reviewer does not decide after all: the next message is no comment, and others may have the submission. */
export const cancelReview = async (
  req: PayloadRequest,
  { telegramUserId }: ReviewerRequest,
): Promise<ReviewCancelResponse> => {
  const now = nowIso()
  const wasAsked = await inClientTransaction(req.payload.db.pool, async (client) => {
    const prompt = await findPrompt(client, telegramUserId, now)
    if (prompt === null) return false
    await endPrompt(client, { userId: prompt.userId })
    await giveBackSubmission(client, { ...prompt, now })
    return true
  })
  processState().nudgeRelay?.()
  return { wasAsked }
}
