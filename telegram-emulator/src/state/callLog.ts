import { approximateBytes } from './approximateBytes.ts'
import type { CallRecord } from './types.ts'

interface CallLogSize {
  calls: number
  bytes: number
}

const DEFAULT_SIZE: CallLogSize = { calls: 50_000, bytes: 64 * 2 ** 20 }

/** The last Bot API calls, in a ring: ids are consecutive, so a call's place follows from its id. */
export class CallLog {
  readonly #ring: ({ call: CallRecord; bytes: number } | undefined)[] = []
  readonly #most: CallLogSize
  #first = 1
  #bytes = 0
  nextId = 1

  constructor(most: CallLogSize = DEFAULT_SIZE) {
    this.#most = most
  }

  /** Continues the numbering of an earlier run, so that a reader's `after` stays meaningful. */
  continueFrom(id: number): void {
    this.nextId = id
    this.#first = id
  }

  add(call: Omit<CallRecord, 'id'>): CallRecord {
    const record = { id: this.nextId, ...call }
    const bytes = approximateBytes(record)
    if (this.nextId - this.#first >= this.#most.calls) this.#dropFirst()
    this.#ring[this.nextId++ % this.#most.calls] = { call: record, bytes }
    this.#bytes += bytes
    // The newest stays, however long it is.
    while (this.#bytes > this.#most.bytes && this.nextId - this.#first > 1) this.#dropFirst()
    return record
  }

  /** The calls go; the numbering continues. */
  clear(): void {
    this.#ring.length = 0
    this.#bytes = 0
    this.#first = this.nextId
  }

  list(after: number, bot?: string): CallRecord[] {
    const found: CallRecord[] = []
    for (let id = Math.max(after + 1, this.#first); id < this.nextId; id++) {
      const call = this.#ring[id % this.#most.calls]?.call
      if (call && (!bot || call.bot.toLowerCase() === bot.toLowerCase())) found.push(call)
    }
    return found
  }

  #dropFirst(): void {
    const place = this.#first++ % this.#most.calls
    this.#bytes -= this.#ring[place]?.bytes ?? 0
    this.#ring[place] = undefined
  }
}
