import { usePathname } from 'next/navigation.js'
import { useEffect, useState } from 'react'

import { requestApi } from './requestApi.ts'
import { useMessages } from './useMessages.ts'

const pollMs = 30_000

/** How many works wait for the person; null: not known yet. */
export const useWaitingReviews = (): number | null => {
  const { locale } = useMessages()
  const pathname = usePathname()
  const [waiting, setWaiting] = useState<number | null>(null)

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
  return waiting
}
