import { setTimeout as sleep } from 'node:timers/promises'

interface WaitOptions {
  limitMs: number
  periodMs?: number
  signal?: AbortSignal
}

/** Asks again and again until the answer is yes (true), or the time is up or the signal aborted (false). */
export async function waitUntil(
  isTrue: () => Promise<boolean> | boolean,
  { limitMs, periodMs = 50, signal }: WaitOptions,
): Promise<boolean> {
  const deadline = Date.now() + limitMs
  while (!signal?.aborted) {
    if (await isTrue()) return true
    if (Date.now() + periodMs > deadline) return false
    await sleep(periodMs, undefined, { signal }).catch(() => {})
  }
  return false
}
