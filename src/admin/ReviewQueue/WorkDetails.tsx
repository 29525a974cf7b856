'use client'

import type { ReactNode, RefObject } from 'react'

import type { ReviewState } from '../../operations/assignments/describeSubmission.ts'
import { useMessages } from '../lib/useMessages.ts'
import { FilePreview } from './FilePreview.tsx'
import { OtherAttempts } from './OtherAttempts.tsx'
import { SubmittedItems } from './SubmittedItems.tsx'
import { WorkState } from './WorkState.tsx'

/** One work with all that a review needs. @param children the decision, as long as there is none */
export const WorkDetails = (props: {
  review: ReviewState
  headingRef: RefObject<HTMLHeadingElement | null>
  children: ReactNode
}) => {
  const { review, headingRef, children } = props
  const { t, locale } = useMessages()
  const date = new Date(review.submittedAt).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <article className="gongbu-reviews__details" data-review={review.id} data-status={review.status}>
      <header>
        <h2 ref={headingRef} tabIndex={-1} dir="auto">
          {review.learnerName}
        </h2>
        <p>
          {review.courseTitle} · {review.stepTitle}
        </p>
        <p className="gongbu-reviews__dim">{t('reviews.submitted', { date })}</p>
        <WorkState work={review} />
      </header>
      {review.requirements.length > 0 && (
        <details className="gongbu-reviews__more">
          <summary>{t('reviews.requirements')}</summary>
          <ul>
            {review.requirements.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {review.rubric !== null && (
        <details className="gongbu-reviews__more" open>
          <summary>{t('reviews.rubric')}</summary>
          <p className="gongbu-reviews__text" dir="auto">
            {review.rubric}
          </p>
        </details>
      )}
      {review.filesState === 'waiting' && <p role="status">{t('reviews.filesWaiting')}</p>}
      {review.filesState === 'failed' && <p className="gongbu-panel__problems">{t('reviews.filesFailed')}</p>}
      <SubmittedItems items={review.items} />
      {review.comment !== null && (
        <blockquote className="gongbu-reviews__text" dir="auto">
          {review.comment}
        </blockquote>
      )}
      {review.voice !== null && (
        <div>
          <p className="gongbu-reviews__dim">{t('reviews.voice')}</p>
          <FilePreview file={review.voice} />
        </div>
      )}
      {children}
      <OtherAttempts review={review} />
    </article>
  )
}
