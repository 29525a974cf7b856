'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { TestState } from '../../operations/courseTest/describeTest.ts'
import { courseChanged } from '../lib/courseChanged.ts'
import { requestApi } from '../lib/requestApi.ts'

/** While a test is open somebody may join it in Telegram at any time. */
const openMs = 5000

/**
 * The course's test, asked for again whenever something of the course or its bot may have changed.
 * @param botState what the bot is about: with another one the test may be possible, or over
 */
export const useTest = (courseId: number | string, locale: string, botState: string) => {
  const { lastUpdateTime } = useDocumentInfo()
  const [test, setTest] = useState<TestState>()
  const isOpen = test?.preview != null

  const load = useCallback(
    (signal?: AbortSignal) =>
      requestApi<TestState>('GET', `courses/${courseId}/test`, { locale, signal }).then(
        setTest,
        // The bot's panel says when nobody answers.
        () => undefined,
      ),
    [courseId, locale],
  )

  useEffect(() => {
    const abort = new AbortController()
    const reload = () => void load(abort.signal)
    reload()
    const timer = isOpen ? setInterval(reload, openMs) : undefined
    window.addEventListener('focus', reload)
    const unsubscribe = courseChanged.subscribe(reload)
    return () => {
      abort.abort()
      clearInterval(timer)
      window.removeEventListener('focus', reload)
      unsubscribe()
    }
  }, [load, isOpen, botState, lastUpdateTime])

  return { test, setTest }
}
