'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

import { useMessages } from '../lib/useMessages.ts'
import { useWaitingReviews } from '../lib/useWaitingReviews.ts'

/** The way to the reviews, with how many wait. */
export const ReviewNav = () => {
  const { t } = useMessages()
  const { config } = useConfig()
  const pathname = usePathname()
  const waiting = useWaitingReviews() ?? 0
  const href = `${config.routes.admin}/reviews`

  return (
    <Link
      className="nav__link gongbu-reviews-nav"
      href={href}
      aria-label={t('reviews.nav', { waiting })}
      aria-current={pathname === href ? 'page' : undefined}
    >
      <span className="nav__link-label">{t('reviews.title')}</span>
      {waiting > 0 && (
        <span className="gongbu-reviews-nav__count" data-waiting={waiting}>
          {waiting}
        </span>
      )}
    </Link>
  )
}
