import { setTimeout as pause } from 'node:timers/promises'

/** Asks until the answer is there (not undefined, false or null). @throws {Error} naming what never came */
export const waitFor = async <Value>(
  what: string,
  ask: () => Promise<Value | undefined | false | null> | Value | undefined | false | null,
  timeoutMs = 60_000,
): Promise<Value> => {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await ask()
    if (value !== undefined && value !== false && value !== null) return value
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`)
    await pause(50)
  }
}
