import { RateLimiterRes } from 'rate-limiter-flexible'

import { AppError } from '../../errors/AppError.ts'
import { processState } from '../../processState.ts'

/**
 * One import at a time and person, and not too many in a row: they take the machine's time and the disk's room.
 * @returns to be called when the import has ended
 * @throws {AppError} importRunning (409), tooManyRequests (429)
 */
export const reserveImport = async (userId: string): Promise<() => void> => {
  const state = processState()
  const running = (state.importing ??= new Set())
  if (running.has(userId)) throw new AppError({ code: 'importRunning', status: 409 })
  running.add(userId)
  try {
    await state.importLimiter?.consume(userId)
  } catch (refusal) {
    running.delete(userId)
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw new AppError({ code: 'tooManyRequests', status: 429, details: { seconds } })
  }
  return () => void running.delete(userId)
}
