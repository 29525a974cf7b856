import type { CallRecord } from './types.ts'

const DEFAULT_CAPACITY = 50_000

/** The last Bot API calls, in a ring: ids are consecutive, so a call's place follows from its id. */
export class CallLog {
  readonly #ring: CallRecord[] = []
  readonly #capacity: number
  #first = 1
  nextId = 1

  constructor(capacity: number = DEFAULT_CAPACITY) {
    this.#capacity = capacity
  }

  /** Continues the numbering of an earlier run, so that a reader's `after` stays meaningful. */
  continueFrom(id: number): void {
    this.nextId = id
    this.#first = id
  }

  add(call: Omit<CallRecord, 'id'>): CallRecord {
    const record = { id: this.nextId++, ...call }
    this.#ring[record.id % this.#capacity] = record
    if (this.nextId - this.#first > this.#capacity) this.#first = this.nextId - this.#capacity
    return record
  }

  /** The calls go; the numbering continues. */
  clear(): void {
    this.#ring.length = 0
    this.#first = this.nextId
  }

  list(after: number, bot?: string): CallRecord[] {
    const found: CallRecord[] = []
    for (let id = Math.max(after + 1, this.#first); id < this.nextId; id++) {
      const call = this.#ring[id % this.#capacity]
      if (call && (!bot || call.bot.toLowerCase() === bot.toLowerCase())) found.push(call)
    }
    return found
  }
}
