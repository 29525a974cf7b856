'use client'

import { toast, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { PublishingState } from '../../operations/courses/describePublishing.ts'
import { courseChanged } from '../lib/courseChanged.ts'
import { requestApi } from '../lib/requestApi.ts'
import { useStepsChanged } from '../lib/useStepsChanged.ts'

/** The course's publishing state, asked for again whenever something of the course may have changed. */
export const usePublishing = (courseId: number | string | undefined, locale: string) => {
  const { lastUpdateTime } = useDocumentInfo()
  const [state, setState] = useState<PublishingState>()
  useStepsChanged(courseChanged.announce)

  const load = useCallback(
    (signal?: AbortSignal) =>
      requestApi<PublishingState>('GET', `courses/${courseId}/publishing`, { locale, signal }).then(
        setState,
        (error: unknown) => {
          if (!signal?.aborted) toast.error(error instanceof Error ? error.message : String(error))
        },
      ),
    [courseId, locale],
  )

  useEffect(() => {
    if (courseId === undefined) return
    const abort = new AbortController()
    void load(abort.signal)
    // Also what was done in another window.
    const reload = () => void load(abort.signal)
    window.addEventListener('focus', reload)
    const unsubscribe = courseChanged.subscribe(reload)
    return () => {
      abort.abort()
      window.removeEventListener('focus', reload)
      unsubscribe()
    }
  }, [courseId, lastUpdateTime, load])

  return { state, load }
}
