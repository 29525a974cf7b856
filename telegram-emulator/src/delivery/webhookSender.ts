import type { Logger } from 'pino'

import type { ClockTimer, EmulatorClock } from '../clock/emulatorClock.ts'
import type { UpdateOutcome } from '../state/eventHub.ts'
import type { BotRecord, PendingUpdate, WebhookSettings } from '../state/types.ts'
import { Fifo } from './fifo.ts'
import type { Post, RunningPost } from './postUpdate.ts'
import { retryDelay, type RetryState } from './retryDelay.ts'
import type { UpdateQueue } from './updateQueue.ts'
import { webhookReply, type WebhookReply } from './webhookReply.ts'

const GONE_REMOVES_WEBHOOK_AFTER_MS = 23 * 3600 * 1000
/** As many streams are looked at as this times max_connections; younger updates wait, whatever their stream. */
const STREAMS_PER_CONNECTION = 2
const FRESH: RetryState = { failCount: 0, delay: 1 }

interface Stream {
  key: string
  updates: Fifo<PendingUpdate>
  retry: RetryState
  timer: ClockTimer | undefined
}

export interface SenderDependencies {
  bot: BotRecord
  queue: UpdateQueue
  webhook: WebhookSettings
  clock: EmulatorClock
  /** Sends one update. */
  post: (post: Post) => RunningPost
  logger: Logger
  changed: () => void
  executeReply: (reply: WebhookReply) => void
  report: (update: PendingUpdate, outcome: UpdateOutcome, error?: string) => void
  /** The webhook answered 410 for so long that Telegram gives it up. */
  removeWebhook: () => void
}

/**
 * Delivers a bot's updates to its webhook: in order and one at a time within a stream, streams side by side up
 * to max_connections. Lives as long as the webhook's settings do.
 */
export class WebhookSender {
  readonly #with: SenderDependencies
  readonly #streams = new Map<string, Stream>()
  /** Streams whose head may go now, first come first served. */
  readonly #ready = new Set<Stream>()
  readonly #running = new Set<RunningPost>()
  /** Updates beyond the streams that are looked at, oldest first. */
  #backlog: Fifo<PendingUpdate>
  #isStopped = false

  constructor(dependencies: SenderDependencies) {
    this.#with = dependencies
    this.#backlog = new Fifo([...dependencies.bot.pending.values()])
    this.#pump()
  }

  push(update: PendingUpdate): void {
    this.#backlog.push(update)
    this.#pump()
  }

  /** Ends at once: updates in flight stay pending, and whoever comes next delivers them again. */
  stop(): void {
    this.#isStopped = true
    for (const stream of this.#streams.values()) stream.timer?.cancel()
    for (const post of this.#running) post.abort()
    this.#ready.clear()
    this.#streams.clear()
    this.#backlog = new Fifo()
  }

  #load(): void {
    const most = this.#with.webhook.maxConnections * STREAMS_PER_CONNECTION
    while (this.#streams.size < most) {
      const update = this.#backlog.shift()
      if (!update) return
      this.#append(update)
    }
  }

  #append(update: PendingUpdate): void {
    const known = this.#streams.get(update.stream)
    if (known) {
      known.updates.push(update)
      return
    }
    const stream: Stream = { key: update.stream, updates: new Fifo([update]), retry: FRESH, timer: undefined }
    this.#streams.set(stream.key, stream)
    this.#ready.add(stream)
  }

  #pump(): void {
    const { webhook, clock } = this.#with
    while (!this.#isStopped && this.#running.size < webhook.maxConnections) {
      this.#load()
      const stream = this.#ready.values().next().value
      const update = stream?.updates.first()
      if (!stream || !update) return
      this.#ready.delete(stream)
      if (update.expiresAt <= clock.now()) this.#expire(stream, update)
      else if ((update.notBefore ?? 0) > clock.now()) this.#wait(stream, update.notBefore ?? 0)
      else this.#send(stream, update)
    }
  }

  #send(stream: Stream, update: PendingUpdate): void {
    const { webhook } = this.#with
    const post = this.#with.post({
      url: webhook.url,
      secretToken: webhook.secretToken,
      body: JSON.stringify({ update_id: update.updateId, [update.type]: update.payload }),
    })
    this.#running.add(post)
    post.response
      .then(
        (response) => {
          this.#running.delete(post)
          if (this.#isStopped) return
          if (response.status >= 200 && response.status <= 299) {
            this.#with.bot.first410At = null
            if (update.losesAnswer) {
              delete update.losesAnswer
              this.#fail(stream, update, 'Connection reset by peer', 0)
              return
            }
            this.#succeed(stream, update)
            const reply = webhookReply(response)
            if (reply) this.#with.executeReply(reply)
            return
          }
          const error = `Wrong response from the webhook: ${response.status} ${response.reason}`
          const isGone = this.#isGoneForGood(response.status)
          this.#fail(stream, update, error, response.retryAfter)
          if (isGone) this.#with.removeWebhook()
        },
        (error: NodeJS.ErrnoException) => {
          this.#running.delete(post)
          if (this.#isStopped) return
          this.#fail(stream, update, connectionError(error), 0)
        },
      )
      .then(() => this.#pump())
      .catch((error: unknown) => this.#with.logger.error({ err: error }, 'delivery failed'))
  }

  #putOff(stream: Stream, update: PendingUpdate, retryAfter: number): void {
    const { clock, logger, bot } = this.#with
    const { seconds, next } = retryDelay(stream.retry, retryAfter)
    stream.retry = next
    const dueAt = clock.now() + seconds * 1000
    logger.debug({ bot: bot.username, update_id: update.updateId, seconds }, 'update will be sent again')
    if (dueAt > update.expiresAt) this.#expire(stream, update)
    else if (seconds === 0) this.#ready.add(stream)
    else this.#wait(stream, dueAt)
  }

  #wait(stream: Stream, until: number): void {
    stream.timer = this.#with.clock.at(until, () => {
      stream.timer = undefined
      this.#ready.add(stream)
      this.#pump()
    })
  }

  #succeed(stream: Stream, update: PendingUpdate): void {
    this.#with.report(update, 'delivered')
    this.#with.changed()
    if (this.#with.queue.acknowledge(update)) return this.#advance(stream)
    stream.retry = FRESH
    this.#ready.add(stream)
  }

  #fail(stream: Stream, update: PendingUpdate, error: string, retryAfter: number): void {
    this.#with.report(update, 'failed', error)
    this.#remember(error)
    this.#putOff(stream, update, retryAfter)
  }

  #expire(stream: Stream, update: PendingUpdate): void {
    this.#with.report(update, 'expired')
    this.#with.bot.pending.delete(update.updateId)
    this.#with.changed()
    this.#advance(stream)
  }

  /** The head of the stream is done with. */
  #advance(stream: Stream): void {
    stream.updates.shift()
    stream.retry = FRESH
    if (stream.updates.size > 0) this.#ready.add(stream)
    else this.#streams.delete(stream.key)
  }

  #remember(message: string): void {
    const { bot, clock, changed, logger } = this.#with
    if (bot.lastError?.message !== message) logger.warn({ bot: bot.username, message }, 'webhook failed')
    bot.lastError = { date: clock.unixTime(), message }
    changed()
  }

  #isGoneForGood(status: number): boolean {
    const { bot, clock } = this.#with
    if (status !== 410) {
      bot.first410At = null
      return false
    }
    bot.first410At ??= clock.now()
    return clock.now() > bot.first410At + GONE_REMOVES_WEBHOOK_AFTER_MS
  }
}

function connectionError(error: NodeJS.ErrnoException): string {
  const known: Record<string, string> = {
    ECONNREFUSED: 'Connection refused',
    ECONNRESET: 'Connection reset by peer',
    ETIMEDOUT: 'Connection timed out',
    EHOSTUNREACH: 'No route to host',
    ENOTFOUND: 'Failed to resolve host: Name or service not known',
  }
  return known[error.code ?? ''] ?? error.message
}
