'use client'

import { Button } from '@payloadcms/ui'
import { useId, type RefObject } from 'react'

import { maxComment } from '../../contracts/review.ts'
import type { BulkRow } from '../../operations/assignments/decideMany.ts'
import { useMessages } from '../lib/useMessages.ts'

export type BulkReport = { rows: BulkRow[]; names: ReadonlyMap<string, string> }

/** Decides the selected works alike, and tells what became of each. */
export const BulkBar = (props: {
  count: number
  comment: string
  isFullScore: boolean
  error: string
  isBusy: boolean
  report: BulkReport | null
  commentRef: RefObject<HTMLTextAreaElement | null>
  onComment: (comment: string) => void
  onFullScore: (isFullScore: boolean) => void
  onDecide: (verdict: 'approved' | 'rejected') => void
  onClear: () => void
  onCloseReport: () => void
}) => {
  const { count, comment, isFullScore, error, isBusy, report, commentRef } = props
  const { t } = useMessages()
  const [commentId, scoreId] = [useId(), useId()]
  const refused = report?.rows.filter((row) => row.status === 'refused') ?? []
  return (
    <>
      {report !== null && (
        <section className="gongbu-reviews__report" data-bulk-report>
          <p>
            {t('reviews.bulk.done', {
              done: report.rows.length - refused.length,
              count: report.rows.length,
            })}
          </p>
          {refused.length > 0 && (
            <>
              <p>{t('reviews.bulk.refused')}</p>
              <ul>
                {refused.map((row) => (
                  <li key={row.id}>
                    {t('reviews.bulk.refusedRow', {
                      name: report.names.get(row.id) ?? row.id,
                      message: row.message,
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Button buttonStyle="subtle" size="small" margin={false} onClick={props.onCloseReport}>
            {t('reviews.bulk.close')}
          </Button>
        </section>
      )}
      {count > 0 && (
        <section className="gongbu-reviews__bulk" aria-label={t('reviews.bulk.selected', { count })}>
          <strong>{t('reviews.bulk.selected', { count })}</strong>
          <label htmlFor={commentId}>{t('reviews.comment')}</label>
          <textarea
            id={commentId}
            ref={commentRef}
            className="gongbu-input"
            rows={2}
            dir="auto"
            maxLength={maxComment}
            value={comment}
            onChange={(event) => props.onComment(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onDecide('rejected')
            }}
          />
          <label htmlFor={scoreId} className="gongbu-reviews__check">
            <input
              id={scoreId}
              type="checkbox"
              checked={isFullScore}
              onChange={(event) => props.onFullScore(event.target.checked)}
            />
            {t('reviews.bulk.fullScore')}
          </label>
          {error !== '' && (
            <p className="gongbu-panel__error" role="alert">
              {error}
            </p>
          )}
          <div className="gongbu-panel__actions">
            <Button size="small" margin={false} disabled={isBusy} onClick={() => props.onDecide('approved')}>
              {t('reviews.bulk.approve')}
            </Button>
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              disabled={isBusy}
              onClick={() => props.onDecide('rejected')}
            >
              {t('reviews.bulk.reject')}
            </Button>
            <Button buttonStyle="subtle" size="small" margin={false} onClick={props.onClear}>
              {t('reviews.bulk.clear')}
            </Button>
          </div>
        </section>
      )}
    </>
  )
}
