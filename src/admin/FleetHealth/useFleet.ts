'use client'

import { useEffect, useState } from 'react'

import type { FleetState } from '../../operations/fleet/describeFleet.ts'
import { requestApi } from '../lib/requestApi.ts'

const everyMs = 5000

/** How all bots are, asked for again and again while it is shown. */
export const useFleet = (locale: string) => {
  const [fleet, setFleet] = useState<FleetState>()
  const [isStale, setIsStale] = useState(false)

  useEffect(() => {
    const abort = new AbortController()
    const ask = () =>
      requestApi<FleetState>('GET', 'bots/fleet', { locale, signal: abort.signal }).then(
        (answer) => {
          setFleet(answer)
          setIsStale(false)
        },
        () => {
          if (!abort.signal.aborted) setIsStale(true)
        },
      )
    void ask()
    const timer = setInterval(() => void ask(), everyMs)
    return () => {
      abort.abort()
      clearInterval(timer)
    }
  }, [locale])

  return { fleet, isStale }
}
