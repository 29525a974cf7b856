'use client'

import type { ReviewState } from '../../operations/assignments/describeSubmission.ts'
import { useMessages } from '../lib/useMessages.ts'
import { FilePreview } from './FilePreview.tsx'
import { SubmittedItems } from './SubmittedItems.tsx'
import { WorkState } from './WorkState.tsx'

/** What the learner handed in before (or after), and what became of it; and who did what with this one. */
export const OtherAttempts = ({ review }: { review: ReviewState }) => {
  const { t, locale } = useMessages()
  const dateOf = (iso: string) =>
    new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      {review.others.length > 0 && (
        <details className="gongbu-reviews__more" open>
          <summary>{t('reviews.others')}</summary>
          <div className="gongbu-reviews__others">
            {review.others.map((other) => (
              <article key={other.id}>
                <WorkState work={{ ...other, claim: null }} />
                <p className="gongbu-reviews__dim">
                  {t('reviews.submitted', { date: dateOf(other.submittedAt) })}
                </p>
                <SubmittedItems items={other.items} />
                {other.comment !== null && (
                  <blockquote className="gongbu-reviews__text" dir="auto">
                    {other.comment}
                  </blockquote>
                )}
                {other.voice !== null && <FilePreview file={other.voice} />}
              </article>
            ))}
          </div>
        </details>
      )}
      {review.history.length > 0 && (
        <details className="gongbu-reviews__more">
          <summary>{t('reviews.history')}</summary>
          <ul>
            {review.history.map(({ at, action, name }, index) => (
              <li key={index}>
                {dateOf(at)}:{' '}
                {name === null ? t('reviews.decided.automatic') : t(`reviews.history.${action}`, { name })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
