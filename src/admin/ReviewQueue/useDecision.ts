'use client'

import { useState } from 'react'

import type { ReviewState } from '../../operations/assignments/describeSubmission.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'
import type { Draft } from './DecisionForm.tsx'
import { scoreFrom } from './scoreFrom.ts'

type Verdict = 'approved' | 'rejected'

const empty: Draft = { comment: '', score: '' }

/**
 * What is being written about the open work, and its decision.
 * @param onRefused somebody else was faster, or something is missing
 */
export const useDecision = (
  review: ReviewState | undefined,
  options: { onDone: (review: ReviewState, verdict: Verdict) => Promise<unknown>; onRefused: () => void },
) => {
  const { t, locale } = useMessages()
  const [written, setWritten] = useState<{ id: string; draft: Draft; error: string }>()
  const [isBusy, setIsBusy] = useState(false)
  const id = review?.id ?? ''
  const isOfThis = written?.id === id
  const draft = isOfThis ? written.draft : empty
  const setDraft = (next: Draft) => setWritten({ id, draft: next, error: '' })
  const setError = (error: string) => setWritten({ id, draft, error })

  /** @returns what is missing and has to be written first */
  const decide = async (verdict: Verdict): Promise<'comment' | 'score' | undefined> => {
    if (review === undefined || isBusy || review.status !== 'pending') return undefined
    if (verdict === 'rejected' && draft.comment.trim() === '') {
      setError(t('error.commentNeeded'))
      return 'comment'
    }
    const score = review.maxScore === null ? null : scoreFrom(draft.score)
    const isScored = verdict === 'approved' || draft.score.trim() !== ''
    if (review.maxScore !== null && score === null && isScored) {
      setError(t('error.scoreNeeded', { max: review.maxScore }))
      return 'score'
    }
    setIsBusy(true)
    try {
      const body = { verdict, comment: draft.comment, score }
      await requestApi('POST', `assignments/${review.id}/decide`, { locale, body })
      await options.onDone(review, verdict)
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal))
      options.onRefused()
    } finally {
      setIsBusy(false)
    }
    return undefined
  }
  return { draft, error: isOfThis ? written.error : '', isBusy, setDraft, decide }
}
