'use client'

import type { PublishingState } from '../../operations/courses/describePublishing.ts'
import { useMessages } from '../lib/useMessages.ts'

export const PublishStatus = ({ state }: { state: PublishingState }) => {
  const { t, locale } = useMessages()
  const { release } = state
  if (state.isArchived) return <p>{t('publish.archived')}</p>
  if (release === null) return <p>{t('publish.never')}</p>
  if (!state.isPublished) return <p>{t('publish.unpublished')}</p>
  const date = new Date(release.createdAt).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return <p>{t('publish.current', { number: release.number, date })}</p>
}
