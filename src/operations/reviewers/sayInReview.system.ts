import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { ReviewSaidRequest, ReviewSaidResponse } from '../../contracts/platformReview.ts'
import { maxComment } from '../../contracts/review.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { processState } from '../../processState.ts'
import { decideSubmission, type Decision } from '../assignments/decideSubmission.system.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { toSubmissionMedia } from '../submissionFiles/toSubmissionMedia.ts'
import { describeQuestion } from './describeQuestion.system.ts'
import { endPrompt } from './endPrompt.system.ts'
import { findDecidedBy } from './findDecidedBy.system.ts'
import { findPrompt, type Prompt } from './findPrompt.system.ts'
import { readScore } from './readScore.ts'
import { refusalOf } from './refusalOf.ts'

/** Still worth another try: what was sent lacked something. */
const isRepairable = new Set(['comment', 'score', 'scoreBelow'])

const findVoice = async (req: PayloadRequest, { id, prompt }: { id: string | null; prompt: Prompt }) => {
  if (id === null) return null
  const file = await req.payload.findByID({
    collection: slugs.submissionFiles,
    id,
    disableErrors: true,
    showHiddenFields: true,
    req,
  })
  const isOfPrompt = (file?.source as { submissionId?: string } | null)?.submissionId === prompt.submissionId
  return file?.purpose === 'feedback' && isOfPrompt ? toSubmissionMedia(file) : null
}

/** The decision that a message makes. Points come first in it; who speaks instead of writing gives all of them. */
const decisionOf = (
  { text, voice }: { text: string | null; voice: Decision['voice'] },
  { verdict, maxScore }: { verdict: Decision['verdict']; maxScore: number | null },
): Decision => {
  const said = text?.trim().slice(0, maxComment).toWellFormed() || null
  if (verdict === 'rejected' || maxScore === null) return { verdict, comment: said, score: null, voice }
  if (voice !== null) return { verdict, comment: said, score: maxScore, voice }
  const read = readScore(said ?? '')
  if (read === null)
    throw new AppError({ code: 'scoreNeeded', status: 422, details: { path: 'score', max: maxScore } })
  return { verdict, ...read, voice }
}

/**
 * A message of somebody who may have been asked what they decide: it decides, once. Brought again when they have been
 * asked about the next work meanwhile, it is not taken for an answer to that.
 */
export const sayInReview = async (
  req: PayloadRequest,
  { telegramUserId, messageId, text, voice: voiceId }: ReviewSaidRequest,
): Promise<ReviewSaidResponse> => {
  const { pool } = req.payload.db
  const now = nowIso()
  const prompt = await findPrompt(pool, telegramUserId, now)
  if (prompt === null) return { status: 'none' }
  const { userId, submissionId, verdict } = prompt
  const before = await findDecidedBy(pool, { userId, messageId, now })
  if (before !== null) return { status: 'done', ...before }
  const voice = await findVoice(req, { id: voiceId, prompt })
  try {
    return await inClientTransaction(pool, async (client): Promise<ReviewSaidResponse> => {
      const question = await describeQuestion(client, prompt)
      const decision = decisionOf({ text, voice }, { verdict, maxScore: question.maxScore })
      await decideSubmission(client, { submissionId, userId, decision, now, messageId })
      await endPrompt(client, { userId })
      return { status: 'done', verdict, learnerName: question.learnerName }
    })
  } catch (error) {
    const refusal = refusalOf(error)
    const isAskedStill = isRepairable.has(refusal.why)
    return await inClientTransaction(pool, async (client): Promise<ReviewSaidResponse> => {
      if (!isAskedStill) await endPrompt(client, { userId })
      const question = await describeQuestion(client, prompt).catch(() => null)
      if (question === null) return { status: 'none' }
      return { status: 'refused', ...refusal, question, isAskedStill }
    })
  } finally {
    processState().nudgeRelay?.()
  }
}
