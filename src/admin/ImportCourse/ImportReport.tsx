'use client'

import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import type { PresentedReport } from '../../operations/import/presentReport.ts'
import { useMessages } from '../lib/useMessages.ts'
import { PlacesList } from './PlacesList.tsx'

/** What an import has made, what it had to guess, and what it could not keep. @param props.children further buttons */
export const ImportReport = (props: {
  report: PresentedReport
  onClose: () => void
  children: ReactNode
}) => {
  const { report, onClose, children } = props
  const { t } = useMessages()
  const { summary, guesses, losses, skipped, trashed, courseId } = report
  const groups = [
    { key: 'losses', title: t('import.losses'), items: losses },
    { key: 'skipped', title: t('import.skipped'), items: skipped },
  ].filter(({ items }) => items.length > 0)
  return (
    <div className="gongbu-import__panel">
      <div className="gongbu-import__done" role="status">
        {summary.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {guesses.length > 0 && <PlacesList title={t('import.guesses')} places={guesses} />}
      {groups.map(({ key, title, items }) => (
        <section key={key}>
          <h3>{title}</h3>
          {items.map((group) => (
            <PlacesList
              key={group.title}
              title={t('import.group', { title: group.title, count: group.count })}
              places={group.places}
              isFolded
            />
          ))}
        </section>
      ))}
      {trashed.length > 0 && <PlacesList title={t('import.trashed')} places={trashed} />}
      <div className="gongbu-panel__actions">
        <Link
          className="btn btn--style-primary btn--size-medium btn--no-margin gongbu-import__open"
          href={`/admin/collections/courses/${courseId}`}
          onClick={onClose}
        >
          {t('import.open')}
        </Link>
        {children}
      </div>
    </div>
  )
}
