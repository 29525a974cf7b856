import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { ReviewVoiceRequest, ReviewVoiceResponse } from '../../contracts/platformReview.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { findPrompt } from './findPrompt.system.ts'

/**
 * Makes room for what a reviewer says about a learner's work, if they were asked; its bytes follow. The same message
 * brought again gets the same room.
 */
export const beginReviewVoice = async (
  req: PayloadRequest,
  { telegramUserId, uniqueId, duration }: ReviewVoiceRequest,
): Promise<ReviewVoiceResponse> =>
  inClientTransaction(req.payload.db.pool, async (client) => {
    const prompt = await findPrompt(client, telegramUserId, nowIso())
    if (prompt === null) return { fileId: null }
    const source = JSON.stringify({ uniqueId, submissionId: prompt.submissionId })
    const { rows: known } = await client.query<{ id: string }>(
      `SELECT f.id FROM submission_files f JOIN assignments a ON a.enrollment_id = f.enrollment_id
       WHERE a.id = $1::uuid AND f.purpose = 'feedback' AND f.source = $2::jsonb AND f.state IN ('waiting', 'kept')`,
      [prompt.submissionId, source],
    )
    if (known[0] !== undefined) return { fileId: known[0].id }
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO submission_files (kind, state, duration, purpose, user_id, course_id, enrollment_id, source)
       SELECT 'voice', 'waiting', $2::numeric, 'feedback', user_id, course_id, enrollment_id, $3::jsonb
       FROM assignments WHERE id = $1::uuid RETURNING id`,
      [prompt.submissionId, duration, source],
    )
    return { fileId: rows[0]?.id ?? null }
  })
