'use client'

import type { QueueRow } from '../../operations/assignments/listQueue.ts'
import { useMessages } from '../lib/useMessages.ts'

type Work = Pick<QueueRow, 'attempt' | 'status' | 'isLate' | 'claim' | 'decidedBy' | 'score' | 'maxScore'>

/** How a work stands, in a few words each. */
export const WorkState = ({ work }: { work: Work }) => {
  const { t } = useMessages()
  const { attempt, status, isLate, claim, decidedBy, score, maxScore } = work
  const decided =
    decidedBy === null
      ? t('reviews.decided.automatic')
      : t(status === 'rejected' ? 'reviews.decided.rejected' : 'reviews.decided.approved', {
          name: decidedBy,
        })
  return (
    <span className="gongbu-reviews__tags">
      <span className="gongbu-reviews__tag">{t('reviews.attempt', { attempt })}</span>
      {isLate && (
        <span className="gongbu-reviews__tag" data-tone="late">
          {t('reviews.late')}
        </span>
      )}
      {claim !== null && (
        <span className="gongbu-reviews__tag" data-tone={claim.isMine ? 'mine' : 'held'}>
          {claim.isMine ? t('reviews.heldByMe') : t('reviews.heldBy', { name: claim.name })}
        </span>
      )}
      {status !== 'pending' && (
        <span className="gongbu-reviews__tag" data-tone={status}>
          {decided}
        </span>
      )}
      {score !== null && maxScore !== null && (
        <span className="gongbu-reviews__tag">{t('reviews.points', { score, max: maxScore })}</span>
      )}
    </span>
  )
}
