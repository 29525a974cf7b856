'use client'

import type { ReviewedAttempt } from '../../operations/assignments/describeSubmission.ts'
import { useMessages } from '../lib/useMessages.ts'
import { FilePreview } from './FilePreview.tsx'

/** What was handed in: its messages in their order. Text is text: nothing in it is ever markup. */
export const SubmittedItems = ({ items }: { items: ReviewedAttempt['items'] }) => {
  const { t } = useMessages()
  const isEmpty = items.every(({ text, file }) => (text ?? '') === '' && file === null)
  if (isEmpty) return <p className="gongbu-reviews__dim">{t('reviews.noContent')}</p>
  return (
    <div className="gongbu-reviews__items">
      {items.map(({ text, file, kind, name }, index) => (
        <div key={index} className="gongbu-reviews__item">
          {file !== null ? (
            <FilePreview file={file} />
          ) : (
            kind !== 'text' && (
              <p className="gongbu-reviews__dim">{t('reviews.file.gone', { name: name ?? kind })}</p>
            )
          )}
          {text !== null && text !== '' && (
            <p className="gongbu-reviews__text" dir="auto">
              {text}
            </p>
          )}
        </div>
      ))}
    </div>
  )
}
