'use client'

import { useEffect, useState } from 'react'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { courseChanged } from '../lib/courseChanged.ts'
import { requestApi } from '../lib/requestApi.ts'

const settled = ['none', 'waitingForToken', 'ready', 'live', 'paused', 'needsRelink']
const quickMs = 700
const slowMs = 5_000

/**
 * The bot's state, asked for often while something is under way (also in somebody's Telegram) and seldom when it is
 * settled or waits for a next try.
 */
export const useCourseBot = (courseId: number | string | undefined, locale: string) => {
  const [bot, setBot] = useState<CourseBotState>()
  const [isStale, setIsStale] = useState(false)
  const isAwaited = bot?.request?.isExpired === false
  const isSettled = bot !== undefined && !isAwaited && (settled.includes(bot.state) || bot.problem !== null)

  useEffect(() => {
    if (courseId === undefined) return
    const abort = new AbortController()
    const ask = () =>
      requestApi<CourseBotState>('GET', `courses/${courseId}/bot`, { locale, signal: abort.signal }).then(
        (answer) => {
          setBot(answer)
          setIsStale(false)
        },
        () => {
          if (!abort.signal.aborted) setIsStale(true)
        },
      )
    void ask()
    const timer = setInterval(() => void ask(), isSettled ? slowMs : quickMs)
    const unsubscribe = courseChanged.subscribe(() => void ask())
    return () => {
      abort.abort()
      clearInterval(timer)
      unsubscribe()
    }
  }, [courseId, locale, isSettled])

  return { bot, isStale, setBot }
}
