import type { Logger } from 'pino'

import type { ClockTimer, EmulatorClock } from '../clock/emulatorClock.ts'
import type { BotRecord, PendingUpdate, WebhookSettings } from '../state/types.ts'
import { postUpdate, type Agents, type RunningPost } from './postUpdate.ts'
import { retryDelay, type RetryState } from './retryDelay.ts'
import { webhookReply, type WebhookReply } from './webhookReply.ts'

const GONE_REMOVES_WEBHOOK_AFTER_MS = 23 * 3600 * 1000
const FRESH: RetryState = { failCount: 0, delay: 1 }

interface Stream {
  key: string
  updates: PendingUpdate[]
  retry: RetryState
  timer: ClockTimer | undefined
}

export interface SenderDependencies {
  bot: BotRecord
  webhook: WebhookSettings
  clock: EmulatorClock
  agents: Agents
  logger: Logger
  changed: () => void
  executeReply: (reply: WebhookReply) => void
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
  #isStopped = false

  constructor(dependencies: SenderDependencies) {
    this.#with = dependencies
    for (const update of dependencies.bot.pending.values()) this.#append(update)
    this.#pump()
  }

  push(update: PendingUpdate): void {
    this.#append(update)
    this.#pump()
  }

  /** Ends at once: updates in flight stay pending, and whoever comes next delivers them again. */
  stop(): void {
    this.#isStopped = true
    for (const stream of this.#streams.values()) stream.timer?.cancel()
    for (const post of this.#running) post.abort()
    this.#ready.clear()
    this.#streams.clear()
  }

  #append(update: PendingUpdate): void {
    const known = this.#streams.get(update.stream)
    if (known) {
      known.updates.push(update)
      return
    }
    const stream: Stream = { key: update.stream, updates: [update], retry: FRESH, timer: undefined }
    this.#streams.set(stream.key, stream)
    this.#ready.add(stream)
  }

  #pump(): void {
    const { webhook, clock } = this.#with
    while (!this.#isStopped && this.#running.size < webhook.maxConnections) {
      const stream = this.#ready.values().next().value
      const update = stream?.updates[0]
      if (!stream || !update) return
      this.#ready.delete(stream)
      if (update.expiresAt <= clock.now()) this.#drop(stream, update)
      else this.#send(stream, update)
    }
  }

  #send(stream: Stream, update: PendingUpdate): void {
    const { webhook, agents } = this.#with
    const post = postUpdate(agents, {
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
            this.#drop(stream, update)
            const reply = webhookReply(response)
            if (reply) this.#with.executeReply(reply)
            return
          }
          this.#remember(`Wrong response from the webhook: ${response.status} ${response.reason}`)
          if (this.#isGoneForGood(response.status)) this.#with.removeWebhook()
          else this.#putOff(stream, update, response.retryAfter)
        },
        (error: NodeJS.ErrnoException) => {
          this.#running.delete(post)
          if (this.#isStopped) return
          this.#remember(connectionError(error))
          this.#putOff(stream, update, 0)
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
    if (dueAt > update.expiresAt) {
      this.#drop(stream, update)
    } else if (seconds === 0) {
      this.#ready.add(stream)
    } else {
      stream.timer = clock.at(dueAt, () => {
        stream.timer = undefined
        this.#ready.add(stream)
        this.#pump()
      })
    }
  }

  /** The head of the stream is done with: delivered or expired. */
  #drop(stream: Stream, update: PendingUpdate): void {
    this.#with.bot.pending.delete(update.updateId)
    this.#with.changed()
    stream.updates.shift()
    stream.retry = FRESH
    if (stream.updates.length > 0) this.#ready.add(stream)
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
