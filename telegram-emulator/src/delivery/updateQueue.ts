import { randomInt } from 'node:crypto'

import type { EmulatorClock } from '../clock/emulatorClock.ts'
import type { DeliveryFault } from '../faults/faultTable.ts'
import type { BotRecord, PendingUpdate } from '../state/types.ts'
import type { NewUpdate } from './botDelivery.ts'
import { queueing } from './updateKinds.ts'

const MOST_PENDING = 100_000
const WEEK_MS = 7 * 24 * 3600 * 1000
/** An offset farther than this beyond the end cannot come from an update: it counts as none. */
const OFFSET_TOLERANCE = 10

/** A bot's updates that wait, by their ids. */
export class UpdateQueue {
  readonly #bot: BotRecord
  readonly #clock: EmulatorClock

  constructor(bot: BotRecord, clock: EmulatorClock) {
    this.#bot = bot
    this.#clock = clock
  }

  /** Undefined when the queue is full. */
  add({ type, payload }: NewUpdate, fault: DeliveryFault | undefined): PendingUpdate | undefined {
    const bot = this.#bot
    if (bot.pending.size >= MOST_PENDING) return undefined
    const now = this.#clock.now()
    // After a week without updates the numbering starts anywhere, as the reference warns.
    if (now - (bot.lastUpdateAt ?? now) > WEEK_MS && bot.pending.size === 0) {
      bot.nextUpdateId = randomInt(100_000_000, 900_000_000)
    }
    bot.lastUpdateAt = now
    const { stream, lifetimeMs } = queueing(type, payload)
    const update: PendingUpdate = {
      updateId: bot.nextUpdateId++,
      type,
      stream,
      expiresAt: now + lifetimeMs,
      payload,
      ...(fault?.delay_ms && { notBefore: now + fault.delay_ms }),
      ...(fault?.duplicate && { isRepeated: true }),
      ...(fault?.drop_answer && { losesAnswer: true }),
    }
    bot.pending.set(update.updateId, update)
    return update
  }

  /** The offset as a poller means it; 0 if it names no place in the queue. */
  readOffset(given: number): number {
    return given > this.#bot.nextUpdateId + OFFSET_TOLERANCE ? 0 : given
  }

  /** What a poller gets now. What a fault delays holds back everything behind it, so that nothing is skipped. */
  ready(offset: number, limit: number): PendingUpdate[] {
    const now = this.#clock.now()
    const updates: PendingUpdate[] = []
    for (const update of this.#bot.pending.values()) {
      if (updates.length >= limit) break
      if (update.updateId < offset && !update.isRepetition) continue
      if ((update.notBefore ?? 0) > now) break
      updates.push(update)
    }
    return updates
  }

  /** When the first update that a fault delays becomes due. */
  delayedUntil(): number | undefined {
    for (const { notBefore } of this.#bot.pending.values()) if (notBefore) return notBefore
    return undefined
  }

  /** A positive offset confirms what is before it; a negative one keeps only that many from the end. */
  forgetBefore(offset: number): void {
    const { pending } = this.#bot
    let surplus = offset < 0 ? pending.size + offset : 0
    for (const update of pending.values()) {
      if (offset > 0 ? update.updateId >= offset : surplus-- <= 0) break
      this.acknowledge(update)
    }
  }

  /** The update has arrived. False if by a fault it comes once more. */
  acknowledge(update: PendingUpdate): boolean {
    if (!update.isRepeated) return this.#bot.pending.delete(update.updateId)
    delete update.isRepeated
    update.isRepetition = true
    return false
  }

  /** Removes and gives what has expired. */
  takeExpired(): PendingUpdate[] {
    const now = this.#clock.now()
    const expired = [...this.#bot.pending.values()].filter(({ expiresAt }) => expiresAt <= now)
    for (const { updateId } of expired) this.#bot.pending.delete(updateId)
    return expired
  }
}
