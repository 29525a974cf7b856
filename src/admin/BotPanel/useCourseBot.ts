'use client'

import { useEffect, useState } from 'react'

import type { CourseBotState } from '../../operations/bots/describeCourseBot.ts'
import { courseChanged } from '../lib/courseChanged.ts'
import { requestApi } from '../lib/requestApi.ts'

const settled = ['none', 'waitingForToken', 'ready', 'live', 'paused', 'needsRelink', 'unproven']
const quickMs = 700
/** A tap in Telegram may be hours away. */
const awaitedMs = 1500
const slowMs = 5_000

/**
 * The bot's state, asked for often while something is under way (also in somebody's Telegram) and seldom when it is
 * settled or waits for a next try.
 */
export const useCourseBot = (courseId: number | string | undefined, locale: string) => {
  const [bot, setBot] = useState<CourseBotState>()
  const [isStale, setIsStale] = useState(false)
  const isSettled = bot !== undefined && (settled.includes(bot.state) || bot.problem !== null)
  const isAwaited = bot?.request?.isExpired === false || bot?.state === 'unproven'
  const everyMs = !isSettled ? quickMs : isAwaited ? awaitedMs : slowMs

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
    const timer = setInterval(() => void ask(), everyMs)
    const unsubscribe = courseChanged.subscribe(() => void ask())
    return () => {
      abort.abort()
      clearInterval(timer)
      unsubscribe()
    }
  }, [courseId, locale, everyMs])

  return { bot, isStale, setBot }
}
