'use client'

import { useEffect, useState } from 'react'

import { requestApi } from './requestApi.ts'

type Issued = { link: string; expiresAt: string }

/** Asks for the next link this long before the last one expires, so that the one that is shown is good. */
const renewMs = 9 * 60_000

/**
 * A link with a single-use code for as long as it is wanted: another one is asked for before it expires.
 * @param path of the endpoint that issues it; null: none is wanted
 */
export const useTapLink = (path: string | null, locale: string) => {
  const [issued, setIssued] = useState<{ path: string; link: string }>()
  const [error, setError] = useState('')

  useEffect(() => {
    if (path === null) return
    const abort = new AbortController()
    const ask = () =>
      requestApi<Issued>('POST', path, { locale, signal: abort.signal }).then(
        ({ link }) => {
          setIssued({ path, link })
          setError('')
        },
        (refusal: Error) => {
          if (!abort.signal.aborted) setError(refusal.message)
        },
      )
    void ask()
    const timer = setInterval(() => void ask(), renewMs)
    return () => {
      abort.abort()
      clearInterval(timer)
    }
  }, [path, locale])

  return { link: issued !== undefined && issued.path === path ? issued.link : undefined, error }
}
