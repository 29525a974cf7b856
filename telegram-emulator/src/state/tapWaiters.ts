import type { CallbackAnswer } from './types.ts'

/** People who tapped a button and look at its progress bar until the bot answers the callback query. */
export class TapWaiters {
  readonly #waiting = new Map<string, (answer: CallbackAnswer | undefined) => void>()

  /** Resolves with undefined if the bot has not answered in time. */
  wait(queryId: string, timeoutMs: number): Promise<CallbackAnswer | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish(undefined), timeoutMs)
      const finish = (answer: CallbackAnswer | undefined) => {
        clearTimeout(timer)
        this.#waiting.delete(queryId)
        resolve(answer)
      }
      this.#waiting.set(queryId, finish)
    })
  }

  answer(queryId: string, answer: CallbackAnswer): void {
    this.#waiting.get(queryId)?.(answer)
  }

  close(): void {
    for (const finish of this.#waiting.values()) finish(undefined)
  }
}
