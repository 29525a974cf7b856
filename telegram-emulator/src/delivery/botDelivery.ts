import type { BotRecord, PendingUpdate, UpdateType } from '../state/types.ts'
import { LongPoll } from './longPoll.ts'
import { WebhookSender, type SenderDependencies } from './webhookSender.ts'

const MOST_PENDING = 100_000

export interface NewUpdate {
  type: UpdateType
  stream: string
  lifetimeMs: number
  payload: object
}

export type PollOutcome = { updates: object[] } | { conflict: string }

export type BotDeliveryDependencies = Omit<SenderDependencies, 'webhook' | 'removeWebhook'>

/** The way of one bot's updates to it: a queue, and either a webhook sender or a poller that takes from it. */
export class BotDelivery {
  readonly #with: BotDeliveryDependencies
  #sender: WebhookSender | undefined
  #poll: LongPoll | undefined

  constructor(dependencies: BotDeliveryDependencies) {
    this.#with = dependencies
    this.#startSender()
  }

  get #bot(): BotRecord {
    return this.#with.bot
  }

  push(update: NewUpdate): void {
    const { clock, changed, logger } = this.#with
    const bot = this.#bot
    if (bot.allowedUpdates && !bot.allowedUpdates.includes(update.type)) return
    if (bot.pending.size >= MOST_PENDING) this.#forgetExpired()
    if (bot.pending.size >= MOST_PENDING) {
      logger.warn({ bot: bot.username }, 'too many pending updates: a new one is dropped')
      return
    }
    const pending: PendingUpdate = {
      updateId: bot.nextUpdateId++,
      type: update.type,
      stream: update.stream,
      expiresAt: clock.now() + update.lifetimeMs,
      payload: update.payload,
    }
    bot.pending.set(pending.updateId, pending)
    changed()
    this.#sender?.push(pending)
    this.#poll?.wake()
  }

  pendingCount(): number {
    this.#forgetExpired()
    return this.#bot.pending.size
  }

  /** The webhook's settings changed or went: what was in flight is cut and delivered again. */
  webhookChanged(): void {
    this.#sender?.stop()
    this.#sender = undefined
    if (this.#bot.webhook) this.#poll?.fail('Conflict: terminated by setWebhook request')
    this.#startSender()
  }

  getUpdates(
    offset: number,
    limit: number,
    timeoutMs: number,
    onGone: (run: () => void) => void,
  ): Promise<PollOutcome> {
    this.#forgetBefore(offset)
    const ready = this.#take(offset, limit)
    if (ready.length > 0 || timeoutMs === 0) return Promise.resolve({ updates: ready })
    this.#poll?.fail(
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    return new Promise((resolve) => {
      const poll = new LongPoll(
        timeoutMs,
        () => {
          if (this.#poll === poll) this.#poll = undefined
          resolve({ updates: this.#take(offset, limit) })
        },
        (conflict) => {
          if (this.#poll === poll) this.#poll = undefined
          resolve({ conflict })
        },
      )
      this.#poll = poll
      onGone(() => poll.wake())
    })
  }

  close(): void {
    this.#sender?.stop()
    this.#sender = undefined
    this.#poll?.wake()
  }

  #startSender(): void {
    const { webhook } = this.#bot
    if (!webhook) return
    this.#sender = new WebhookSender({
      ...this.#with,
      webhook,
      removeWebhook: () => {
        this.#with.logger.warn({ bot: this.#bot.username }, 'webhook removed because of HTTP 410')
        this.#bot.webhook = null
        this.#bot.first410At = null
        this.#with.changed()
        this.webhookChanged()
      },
    })
  }

  #take(offset: number, limit: number): object[] {
    const now = this.#with.clock.now()
    const updates: object[] = []
    for (const update of this.#bot.pending.values()) {
      if (updates.length >= limit) break
      if (offset > 0 && update.updateId < offset) continue
      if (update.expiresAt <= now) {
        this.#bot.pending.delete(update.updateId)
        continue
      }
      updates.push({ update_id: update.updateId, [update.type]: update.payload })
    }
    return updates
  }

  /** A positive offset confirms what is before it; a negative one keeps only that many from the end. */
  #forgetBefore(offset: number): void {
    const { pending } = this.#bot
    let surplus = offset < 0 ? pending.size + offset : 0
    for (const id of pending.keys()) {
      if (offset > 0 ? id >= offset : surplus-- <= 0) break
      pending.delete(id)
      this.#with.changed()
    }
  }

  /** With a webhook the sender drops what expires at its stream's head; without one nobody else would. */
  #forgetExpired(): void {
    if (this.#sender) return
    const now = this.#with.clock.now()
    for (const update of this.#bot.pending.values()) {
      if (update.expiresAt <= now) this.#bot.pending.delete(update.updateId)
    }
  }
}
