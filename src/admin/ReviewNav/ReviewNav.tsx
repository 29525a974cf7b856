'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { useEffect, useState } from 'react'

import { requestApi } from '../lib/requestApi.ts'
import { useMessages } from '../lib/useMessages.ts'

const pollMs = 30_000

/** The way to the reviews, with how many wait. */
export const ReviewNav = () => {
  const { t, locale } = useMessages()
  const { config } = useConfig()
  const pathname = usePathname()
  const [waiting, setWaiting] = useState(0)
  const href = `${config.routes.admin}/reviews`

  useEffect(() => {
    const abort = new AbortController()
    const count = () =>
      requestApi<{ waiting: number }>('GET', 'assignments/waiting', { locale, signal: abort.signal }).then(
        (answer) => setWaiting(answer.waiting),
        () => undefined,
      )
    void count()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void count()
    }, pollMs)
    return () => {
      abort.abort()
      clearInterval(timer)
    }
    // A page that was just left may have changed it.
  }, [locale, pathname])

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
