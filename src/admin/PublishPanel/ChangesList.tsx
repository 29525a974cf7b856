'use client'

import type { MessageKey } from '../../i18n/en.ts'
import type { Changes } from '../../releases/describeChanges.ts'
import { useMessages } from '../lib/useMessages.ts'

const fieldLabels: Record<Changes['fields'][number], MessageKey> = {
  title: 'label.title',
  description: 'label.description',
  language: 'label.courseLanguage',
  timeZone: 'label.timeZone.course',
  estimatedDuration: 'label.minutes',
  isProtected: 'label.isProtected',
  category: 'label.category',
  tags: 'label.tags',
  difficultyLevel: 'label.difficulty',
  pricingModel: 'label.pricingModel',
  price: 'label.price',
  currency: 'label.currency',
  priceStars: 'label.priceStars',
  profile: 'label.botProfile',
  texts: 'label.ownTexts',
  reminders: 'label.reminders',
  drip: 'label.drip.course',
}

/** What the working copy has that learners do not see yet. */
export const ChangesList = ({ changes }: { changes: Changes }) => {
  const { t, locale } = useMessages()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const named = (steps: string[]) => list.format(steps.map((title) => t('publish.change.quoted', { title })))
  const lines = [
    changes.fields.length > 0 &&
      t('publish.change.fields', {
        fields: list.format(changes.fields.map((field) => t(fieldLabels[field]))),
      }),
    changes.added.length > 0 && t('publish.change.added', { steps: named(changes.added) }),
    changes.removed.length > 0 && t('publish.change.removed', { steps: named(changes.removed) }),
    changes.changed.length > 0 && t('publish.change.changed', { steps: named(changes.changed) }),
    changes.isReordered && t('publish.change.reordered'),
  ].filter((line) => line !== false)
  return (
    <div className="gongbu-panel__changes" role="status">
      <p>{t('publish.changes')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
