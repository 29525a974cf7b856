'use client'

import { useCallback, useEffect, useState } from 'react'

import type { TeamState } from '../../operations/team/describeTeam.ts'
import { requestApi } from '../lib/requestApi.ts'

/** The team of a course. */
export const useTeam = (courseId: number | string | undefined, locale: string) => {
  const [team, setTeam] = useState<TeamState>()
  const [error, setError] = useState('')

  const load = useCallback(
    (signal?: AbortSignal) =>
      requestApi<TeamState>('GET', `courses/${courseId}/team`, { locale, signal }).then(
        (found) => {
          setTeam(found)
          setError('')
        },
        (refusal: Error) => {
          if (!signal?.aborted) setError(refusal.message)
        },
      ),
    [courseId, locale],
  )
  useEffect(() => {
    if (courseId === undefined) return
    const abort = new AbortController()
    void load(abort.signal)
    return () => abort.abort()
  }, [load, courseId])

  return { team, error, setTeam, load }
}
