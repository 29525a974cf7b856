'use client'

import { useCallback, useEffect, useState } from 'react'

import type { TelegramLinkState } from '../../operations/accounts/describeTelegramLink.ts'
import { requestApi } from '../lib/requestApi.ts'

const pollMs = 1500

/** Which Telegram account is linked; asked for again and again while somebody is about to link one. */
export const useTelegramAccount = (isWaiting: boolean, locale: string) => {
  const [account, setAccount] = useState<TelegramLinkState>()

  const load = useCallback(
    (signal?: AbortSignal) =>
      requestApi<TelegramLinkState>('GET', 'users/me/telegram-link', { locale, signal }).then(
        setAccount,
        () => undefined,
      ),
    [locale],
  )

  useEffect(() => {
    const abort = new AbortController()
    void load(abort.signal)
    const timer = isWaiting ? setInterval(() => void load(abort.signal), pollMs) : undefined
    return () => {
      abort.abort()
      clearInterval(timer)
    }
  }, [load, isWaiting])

  return { account, load }
}
