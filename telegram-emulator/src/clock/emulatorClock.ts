const LONGEST_TIMEOUT_MS = 2 ** 31 - 1

export interface ClockTimer {
  cancel(): void
}

interface Waiting {
  at: number
  run: () => void
  handle: NodeJS.Timeout | undefined
}

/** Real time plus an offset that a test may enlarge. Timers set on it become due when the clock is advanced. */
export class EmulatorClock {
  offsetMs = 0
  /** Grows by one with each advance. */
  version = 0
  readonly #waiting = new Set<Waiting>()

  now(): number {
    return Date.now() + this.offsetMs
  }

  /** Whole seconds, as dates in the Bot API are. */
  unixTime(): number {
    return Math.floor(this.now() / 1000)
  }

  advance(ms: number): void {
    this.offsetMs += ms
    this.version += 1
  }

  /** Back to real time; what waits is forgotten. */
  reset(): void {
    this.stop()
    this.offsetMs = 0
    this.version += 1
  }

  /** Runs what an advance has made due, earliest first, and sets the other timers anew. */
  runDue(): void {
    const now = this.now()
    const due = [...this.#waiting].filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at)
    for (const timer of this.#waiting) if (timer.at > now) this.#arm(timer)
    for (const timer of due) this.#fire(timer)
  }

  at(time: number, run: () => void): ClockTimer {
    const timer: Waiting = { at: time, run, handle: undefined }
    this.#waiting.add(timer)
    this.#arm(timer)
    return {
      cancel: () => {
        clearTimeout(timer.handle)
        this.#waiting.delete(timer)
      },
    }
  }

  stop(): void {
    for (const timer of this.#waiting) clearTimeout(timer.handle)
    this.#waiting.clear()
  }

  #arm(timer: Waiting): void {
    clearTimeout(timer.handle)
    const delay = Math.min(LONGEST_TIMEOUT_MS, Math.max(0, timer.at - this.now()))
    timer.handle = setTimeout(() => {
      // Timers may come a millisecond early, and a very long one is set in pieces.
      if (timer.at > this.now()) this.#arm(timer)
      else this.#fire(timer)
    }, delay)
    timer.handle.unref()
  }

  #fire(timer: Waiting): void {
    clearTimeout(timer.handle)
    if (this.#waiting.delete(timer)) timer.run()
  }
}
