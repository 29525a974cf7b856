'use client'

import { useCallback, useEffect, useState } from 'react'

import type { ReviewState } from '../../operations/assignments/describeSubmission.ts'
import { requestApi } from '../lib/requestApi.ts'

/** A claim lasts ten minutes: it is held on to for as long as the work is open. */
const holdMs = 4 * 60_000

/**
 * One work that is open: held while it is, given back when it is left.
 * @param onOpened called once when a work can be read
 */
export const useReview = (
  openId: string | null,
  { locale, onOpened }: { locale: string; onOpened: (review: ReviewState) => void },
) => {
  const [review, setReview] = useState<ReviewState>()
  /** Why it is not held. */
  const [refusal, setRefusal] = useState('')

  const read = useCallback(
    async (id: string, signal?: AbortSignal) => {
      const found = await requestApi<ReviewState>('GET', `assignments/${id}/review`, { locale, signal })
      if (!signal?.aborted) setReview(found)
      return found
    },
    [locale],
  )
  const hold = useCallback(
    async (id: string, signal?: AbortSignal) => {
      try {
        await requestApi('POST', `assignments/${id}/claim`, { locale, signal })
        setRefusal('')
      } catch (error) {
        if (!signal?.aborted) setRefusal(error instanceof Error ? error.message : String(error))
      }
    },
    [locale],
  )
  const giveBack = useCallback(
    (id: string) => requestApi('POST', `assignments/${id}/release`, { locale }).catch(() => undefined),
    [locale],
  )

  useEffect(() => {
    if (openId === null) return
    const abort = new AbortController()
    const { signal } = abort
    const open = async () => {
      const before = await read(openId, signal)
      if (before.status === 'pending') {
        await hold(openId, signal)
        if (!signal.aborted) await read(openId, signal)
      }
      if (!signal.aborted) onOpened(before)
    }
    open().catch((error: unknown) => {
      if (!signal.aborted) setRefusal(error instanceof Error ? error.message : String(error))
    })
    const timer = setInterval(() => void hold(openId, signal), holdMs)
    return () => {
      abort.abort()
      clearInterval(timer)
      setReview(undefined)
      setRefusal('')
      void giveBack(openId)
    }
  }, [openId, read, hold, giveBack, onOpened])

  const toggleHold = useCallback(async () => {
    if (review?.status !== 'pending') return
    if (review.claim?.isMine === true) await giveBack(review.id)
    else await hold(review.id)
    await read(review.id)
  }, [review, giveBack, hold, read])

  return { review: review?.id === openId ? review : undefined, refusal, toggleHold, read }
}
