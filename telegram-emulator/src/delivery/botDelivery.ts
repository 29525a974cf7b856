import type { ClockTimer } from '../clock/emulatorClock.ts'
import type { FaultTable } from '../faults/faultTable.ts'
import type { EventHub, UpdateOutcome } from '../state/eventHub.ts'
import type { BotRecord, PendingUpdate, UpdateType } from '../state/types.ts'
import { LongPoll } from './longPoll.ts'
import { isAllowed } from './updateKinds.ts'
import { UpdateQueue } from './updateQueue.ts'
import { WebhookSender, type SenderDependencies } from './webhookSender.ts'

export interface NewUpdate {
  type: UpdateType
  payload: object
}

export type PollOutcome = { updates: object[] } | { conflict: string }

export interface BotDeliveryDependencies extends Omit<
  SenderDependencies,
  'webhook' | 'removeWebhook' | 'queue' | 'report'
> {
  faults: FaultTable
  events: EventHub
}

/** The way of one bot's updates to it: a queue, and either a webhook sender or a poller that takes from it. */
export class BotDelivery {
  readonly #with: BotDeliveryDependencies
  readonly #queue: UpdateQueue
  #sender: WebhookSender | undefined
  #poll: LongPoll | undefined
  #delayTimer: ClockTimer | undefined

  constructor(dependencies: BotDeliveryDependencies) {
    this.#with = dependencies
    this.#queue = new UpdateQueue(dependencies.bot, dependencies.clock)
    this.#startSender()
  }

  get #bot(): BotRecord {
    return this.#with.bot
  }

  push(update: NewUpdate): void {
    const { changed, faults, logger } = this.#with
    const bot = this.#bot
    if (!isAllowed(bot.allowedUpdates, update.type)) {
      this.#publish(null, update.type, 'not_allowed')
      return
    }
    const fault = faults.takeForUpdate(bot.username, update.type)
    const pending = this.#queue.add(update, fault) ?? this.#addAfterExpiry(update)
    if (!pending) {
      logger.warn({ bot: bot.username }, 'too many pending updates: a new one is dropped')
      return
    }
    changed()
    this.#report(pending, 'waiting')
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
    givenOffset: number,
    limit: number,
    timeoutMs: number,
    onGone: (run: () => void) => void,
  ): Promise<PollOutcome> {
    const offset = this.#queue.readOffset(givenOffset)
    if (offset !== 0) {
      this.#queue.forgetBefore(offset)
      this.#with.changed()
    }
    const ready = this.#take(offset, limit)
    if (ready.length > 0 || timeoutMs === 0) return Promise.resolve({ updates: ready })
    this.#poll?.fail(
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    return new Promise((resolve) => {
      const end = (outcome: PollOutcome) => {
        if (this.#poll === poll) this.#poll = undefined
        this.#delayTimer?.cancel()
        resolve(outcome)
      }
      const poll = new LongPoll(
        timeoutMs,
        () => end({ updates: this.#take(offset, limit) }),
        (conflict) => end({ conflict }),
      )
      this.#poll = poll
      const delayedUntil = this.#queue.delayedUntil()
      if (delayedUntil) this.#delayTimer = this.#with.clock.at(delayedUntil, () => poll.wake())
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
      queue: this.#queue,
      report: (update, outcome, error) => this.#report(update, outcome, error),
      removeWebhook: () => {
        this.#with.logger.warn({ bot: this.#bot.username }, 'webhook removed because of HTTP 410')
        this.#bot.webhook = null
        this.#bot.lastError = null
        this.#bot.first410At = null
        this.#with.changed()
        this.webhookChanged()
      },
    })
  }

  #addAfterExpiry(update: NewUpdate): PendingUpdate | undefined {
    this.#forgetExpired()
    return this.#queue.add(update, undefined)
  }

  #take(offset: number, limit: number): object[] {
    this.#forgetExpired()
    const updates = this.#queue.ready(offset, limit)
    for (const update of updates) this.#report(update, 'delivered')
    return updates.map(({ updateId, type, payload }) => ({ update_id: updateId, [type]: payload }))
  }

  /** With a webhook the sender drops what expires at its stream's head; without one nobody else would. */
  #forgetExpired(): void {
    if (this.#sender) return
    for (const update of this.#queue.takeExpired()) this.#report(update, 'expired')
  }

  #report({ updateId, type }: PendingUpdate, outcome: UpdateOutcome, error?: string): void {
    this.#publish(updateId, type, outcome, error)
  }

  #publish(update_id: number | null, kind: UpdateType, outcome: UpdateOutcome, error?: string): void {
    const { events, bot } = this.#with
    events.publish({
      type: 'update',
      bot: bot.username,
      update_id,
      kind,
      outcome,
      ...(error !== undefined && { error }),
    })
  }
}
