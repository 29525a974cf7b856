import type { PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'

import { nowIso } from '../../clock.ts'
import type { ReviewActRequest, ReviewActResponse } from '../../contracts/platformReview.ts'
import type { ReviewVerdict } from '../../contracts/review.ts'
import { processState } from '../../processState.ts'
import { claimSubmission } from '../assignments/claimSubmission.system.ts'
import { decideSubmission } from '../assignments/decideSubmission.system.ts'
import { giveBackSubmission } from '../assignments/giveBackSubmission.system.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { describeQuestion } from './describeQuestion.system.ts'
import { endPrompt } from './endPrompt.system.ts'
import { findReviewer } from './findReviewer.system.ts'
import { refusalOf } from './refusalOf.ts'

type About = { submissionId: string; userId: string; now: string }

/** Holds the submission and asks for what the decision needs; the next message gives it. */
const askFor = async (
  client: PoolClient,
  about: About,
  verdict: ReviewVerdict,
): Promise<ReviewActResponse> => {
  const { claimedUntil } = await claimSubmission(client, about)
  await client.query(
    `INSERT INTO review_prompts (user_id, submission, verdict, expires_at)
     VALUES ($1::uuid, $2::text, $3::text::enum_review_prompts_verdict, $4::timestamptz)
     ON CONFLICT (user_id) DO UPDATE
     SET submission = excluded.submission, verdict = excluded.verdict, expires_at = excluded.expires_at`,
    [about.userId, about.submissionId, verdict, claimedUntil],
  )
  return { status: 'asked', question: await describeQuestion(client, { ...about, verdict }) }
}

const act = async (
  client: PoolClient,
  about: About,
  action: ReviewActRequest['action'],
): Promise<ReviewActResponse> => {
  if (action === 'reject') return askFor(client, about, 'rejected')
  if (action === 'approveWith') return askFor(client, about, 'approved')
  if (action === 'claim') await claimSubmission(client, about)
  if (action === 'release') {
    await giveBackSubmission(client, about)
    await endPrompt(client, about)
  }
  if (action === 'approve') {
    await claimSubmission(client, about)
    const { maxScore } = await describeQuestion(client, { ...about, verdict: 'approved' })
    if (maxScore !== null) return askFor(client, about, 'approved')
    const decision = { verdict: 'approved', comment: null, score: null, voice: null } as const
    await decideSubmission(client, { ...about, decision })
    await endPrompt(client, about)
  }
  return { status: 'done' }
}

/** A reviewer pressed a button of a card. What their card shows then comes like everybody's. */
export const actOnReview = async (
  req: PayloadRequest,
  { telegramUserId, action, submissionId }: ReviewActRequest,
): Promise<ReviewActResponse> => {
  const { pool } = req.payload.db
  const userId = await findReviewer(pool, telegramUserId)
  if (userId === null) return { status: 'refused', why: 'notReviewer', by: null }
  try {
    return await inClientTransaction(pool, (client) =>
      act(client, { submissionId, userId, now: nowIso() }, action),
    )
  } catch (error) {
    return { status: 'refused', ...refusalOf(error) }
  } finally {
    processState().nudgeRelay?.()
  }
}
