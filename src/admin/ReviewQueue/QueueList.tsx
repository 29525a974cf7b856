'use client'

import type { RefObject } from 'react'

import type { QueueRow } from '../../operations/assignments/listQueue.ts'
import { useMessages } from '../lib/useMessages.ts'
import { WorkState } from './WorkState.tsx'

/** The works, one below the other. The one that the keys are about has the focus. */
export const QueueList = (props: {
  rows: QueueRow[]
  currentId: string | null
  openId: string | null
  checked: ReadonlySet<string>
  listRef: RefObject<HTMLUListElement | null>
  onOpen: (id: string) => void
  onCheck: (id: string) => void
}) => {
  const { rows, currentId, openId, checked, listRef, onOpen, onCheck } = props
  const { t, locale } = useMessages()
  const dateOf = (iso: string) =>
    new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <ul className="gongbu-reviews__list" ref={listRef} aria-label={t('reviews.list')}>
      {rows.map((row) => (
        <li key={row.id} data-work={row.id} data-current={row.id === currentId}>
          {row.status === 'pending' && (
            <input
              type="checkbox"
              aria-label={t('reviews.select', { name: row.learnerName })}
              checked={checked.has(row.id)}
              onChange={() => onCheck(row.id)}
            />
          )}
          <button
            type="button"
            className="gongbu-reviews__work"
            aria-current={row.id === openId ? 'true' : undefined}
            onClick={() => onOpen(row.id)}
          >
            <span className="gongbu-reviews__who">
              <strong dir="auto">{row.learnerName}</strong>
              <span className="gongbu-reviews__dim">{dateOf(row.submittedAt)}</span>
            </span>
            <span>
              {row.courseTitle} · {row.stepTitle}
            </span>
            {row.excerpt !== '' && (
              <span className="gongbu-reviews__excerpt" dir="auto">
                {row.excerpt}
              </span>
            )}
            <WorkState work={row} />
          </button>
        </li>
      ))}
    </ul>
  )
}
