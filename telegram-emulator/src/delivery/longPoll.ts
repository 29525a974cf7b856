/** One waiting getUpdates call. Exactly one of the two callbacks is called, once. */
export class LongPoll {
  readonly #timer: NodeJS.Timeout
  readonly #wake: () => void
  readonly #fail: (message: string) => void
  #isOver = false

  /** `timeoutMs` is real time, as the bot's HTTP client measures it. */
  constructor(timeoutMs: number, wake: () => void, fail: (message: string) => void) {
    this.#wake = wake
    this.#fail = fail
    this.#timer = setTimeout(() => this.wake(), timeoutMs)
  }

  /** There are updates, the time is over, or the client has gone. */
  wake(): void {
    if (this.#end()) this.#wake()
  }

  fail(message: string): void {
    if (this.#end()) this.#fail(message)
  }

  #end(): boolean {
    if (this.#isOver) return false
    this.#isOver = true
    clearTimeout(this.#timer)
    return true
  }
}
