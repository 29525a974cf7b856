'use client'

import { Button } from '@payloadcms/ui'

import type { Queue } from '../../operations/assignments/listQueue.ts'
import { useMessages } from '../lib/useMessages.ts'

/** Leads through a long queue. */
export const QueuePages = ({ queue, onPage }: { queue: Queue; onPage: (page: number) => void }) => {
  const { t } = useMessages()
  const { page, pages } = queue
  if (pages < 2) return null
  const button = (to: number, label: string) => (
    <Button
      buttonStyle="secondary"
      size="small"
      margin={false}
      disabled={to < 1 || to > pages}
      onClick={() => onPage(to)}
    >
      {label}
    </Button>
  )
  return (
    <nav className="gongbu-reviews__pages">
      {button(page - 1, t('reviews.previousPage'))}
      <span>{t('reviews.pageOf', { page, pages })}</span>
      {button(page + 1, t('reviews.nextPage'))}
    </nav>
  )
}
