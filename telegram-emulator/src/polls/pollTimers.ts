import type { ClockTimer, EmulatorClock } from '../clock/emulatorClock.ts'
import type { PollRecord } from '../state/types.ts'

/** Closes polls when their time is over, by the emulator's clock. */
export class PollTimers {
  readonly #timers = new Map<string, ClockTimer>()
  readonly #clock: EmulatorClock
  readonly #close: (record: PollRecord) => void

  constructor(clock: EmulatorClock, close: (record: PollRecord) => void) {
    this.#clock = clock
    this.#close = close
  }

  watch(record: PollRecord): void {
    this.forget(record)
    const { is_closed, close_date } = record.poll
    if (is_closed || close_date === undefined) return
    const timer = this.#clock.at(close_date * 1000, () => this.#close(record))
    this.#timers.set(record.id, timer)
  }

  forget({ id }: PollRecord): void {
    this.#timers.get(id)?.cancel()
    this.#timers.delete(id)
  }
}
