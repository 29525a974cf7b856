'use client'

import { useCallback, useEffect, useState } from 'react'

import type { Queue } from '../../operations/assignments/listQueue.ts'
import { requestApi } from '../lib/requestApi.ts'

export type Filters = {
  course: string
  step: string
  status: string
  claimed: string
  isLate: string
  learner: string
  page: number
}

export const noFilters: Filters = {
  course: '',
  step: '',
  status: 'pending',
  claimed: '',
  isLate: '',
  learner: '',
  page: 1,
}

const pollMs = 15_000

/** The works that match the filters, looked at again from time to time: others review too. */
export const useQueue = (filters: Filters, locale: string) => {
  const [queue, setQueue] = useState<Queue>()
  const [error, setError] = useState('')
  const query = new URLSearchParams({ ...filters, page: String(filters.page) }).toString()

  const load = useCallback(
    (signal?: AbortSignal) =>
      requestApi<Queue>('GET', `assignments/queue?${query}`, { locale, signal }).then(
        (found) => {
          if (signal?.aborted) return undefined
          setQueue(found)
          setError('')
          return found
        },
        (refusal: Error) => {
          if (!signal?.aborted) setError(refusal.message)
          return undefined
        },
      ),
    [query, locale],
  )
  useEffect(() => {
    const abort = new AbortController()
    void load(abort.signal)
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load(abort.signal)
    }, pollMs)
    return () => {
      abort.abort()
      clearInterval(timer)
    }
  }, [load])

  return { queue, error, load }
}
