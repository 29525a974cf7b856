'use client'

import { Link, useDocumentInfo, useFormFields } from '@payloadcms/ui'

import { slugs } from '../../contracts/slugs.ts'
import { useMessages } from '../lib/useMessages.ts'

/** How many learn the course, and the way to see them. */
export const LearnersCount = ({ path }: { path: string }) => {
  const { id } = useDocumentInfo()
  const { t } = useMessages()
  const count = useFormFields(([fields]) => fields[path]?.value)
  if (id === undefined || typeof count !== 'number') return null
  const href = `/admin/collections/${slugs.enrollments}?where[or][0][and][0][course][equals]=${id}`
  return (
    <p className="gongbu-learners">
      <Link href={href}>{t('course.learners', { count })}</Link>
    </p>
  )
}
