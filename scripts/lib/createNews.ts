import { setTimeout as sleep } from 'node:timers/promises'

export interface News {
  tell: () => void
  /** Is there news that nobody has waited for yet? */
  hasNews: () => boolean
  /** Waits for news, but no longer than this; there may be some already. */
  wait: (ms: number) => Promise<void>
}

/** A doorbell: somebody waits, and somebody may cut the waiting short. */
export function createNews(signal: AbortSignal): News {
  let bell = new AbortController()
  return {
    tell: () => bell.abort(),
    hasNews: () => bell.signal.aborted,
    async wait(ms) {
      await sleep(ms, undefined, { signal: AbortSignal.any([bell.signal, signal]) }).catch(() => {})
      bell = new AbortController()
    },
  }
}
