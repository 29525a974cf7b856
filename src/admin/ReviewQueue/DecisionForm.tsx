'use client'

import { Button } from '@payloadcms/ui'
import { useId, type RefObject } from 'react'

import { maxComment } from '../../contracts/review.ts'
import type { ReviewState } from '../../operations/assignments/describeSubmission.ts'
import { useMessages } from '../lib/useMessages.ts'

export type Draft = { comment: string; score: string }

/** What is said to the learner, and the decision itself. */
export const DecisionForm = (props: {
  review: ReviewState
  draft: Draft
  error: string
  isBusy: boolean
  commentRef: RefObject<HTMLTextAreaElement | null>
  scoreRef: RefObject<HTMLInputElement | null>
  onDraft: (draft: Draft) => void
  /** Ctrl+Enter in the comment. */
  onSend: () => void
  onApprove: () => void
  onReject: () => void
  onHold: () => void
}) => {
  const { review, draft, error, isBusy, commentRef, scoreRef, onDraft } = props
  const { t } = useMessages()
  const [commentId, scoreId, hintId, errorId] = [useId(), useId(), useId(), useId()]
  const { maxScore: max, passPoints: pass, claim } = review
  const isOthers = claim !== null && !claim.isMine
  const send = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    props.onSend()
  }
  return (
    <section className="gongbu-reviews__decision" aria-label={t('reviews.decision')}>
      {max !== null && (
        <div>
          <label htmlFor={scoreId}>
            {pass === null ? t('reviews.score', { max }) : t('reviews.scorePass', { max, pass })}
          </label>
          <input
            id={scoreId}
            ref={scoreRef}
            className="gongbu-input gongbu-reviews__score"
            // A field for numbers makes 45 of "4,5" where the browser's language has a point.
            type="text"
            inputMode="decimal"
            autoComplete="off"
            maxLength={11}
            disabled={isOthers}
            value={draft.score}
            onChange={(event) => onDraft({ ...draft, score: event.target.value })}
            onKeyDown={send}
          />
        </div>
      )}
      <label htmlFor={commentId}>{t('reviews.comment')}</label>
      <textarea
        id={commentId}
        ref={commentRef}
        className="gongbu-input"
        rows={4}
        dir="auto"
        maxLength={maxComment}
        disabled={isOthers}
        aria-describedby={error === '' ? hintId : `${hintId} ${errorId}`}
        aria-invalid={error !== ''}
        value={draft.comment}
        onChange={(event) => onDraft({ ...draft, comment: event.target.value })}
        onKeyDown={send}
      />
      <p id={hintId} className="gongbu-reviews__dim">
        {t('reviews.commentHint', { left: maxComment - draft.comment.length })}
      </p>
      {error !== '' && (
        <p id={errorId} className="gongbu-panel__error" role="alert">
          {error}
        </p>
      )}
      <div className="gongbu-panel__actions">
        <Button margin={false} disabled={isBusy || isOthers} onClick={props.onApprove}>
          {t('reviews.approve')}
        </Button>
        <Button buttonStyle="secondary" margin={false} disabled={isBusy || isOthers} onClick={props.onReject}>
          {t('reviews.reject')}
        </Button>
        {!isOthers && (
          <Button buttonStyle="subtle" margin={false} disabled={isBusy} onClick={props.onHold}>
            {t(claim === null ? 'reviews.claim' : 'reviews.release')}
          </Button>
        )}
      </div>
    </section>
  )
}
