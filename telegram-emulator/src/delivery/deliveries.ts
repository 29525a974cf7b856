import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

import type { BotRecord } from '../state/types.ts'
import { BotDelivery, type BotDeliveryDependencies, type NewUpdate } from './botDelivery.ts'
import { postUpdate } from './postUpdate.ts'
import type { WebhookReply } from './webhookReply.ts'

type Common = Pick<BotDeliveryDependencies, 'clock' | 'logger' | 'changed' | 'faults' | 'events'> & {
  /** How long a webhook may take to answer. */
  webhookMs: number
}

/** Deliveries of all bots, made when first needed; they share connections, since many bots have one server. */
export class Deliveries {
  readonly #byBot = new Map<number, BotDelivery>()
  readonly #common: Common
  readonly #executeReply: (bot: BotRecord, reply: WebhookReply) => void
  // How many connections a bot may use at once is limited by its sender, not here.
  readonly #agents = {
    http: new HttpAgent({ keepAlive: true, maxFreeSockets: 256, scheduling: 'lifo' }),
    https: new HttpsAgent({ keepAlive: true, maxFreeSockets: 256, scheduling: 'lifo' }),
  }

  constructor(common: Common, executeReply: (bot: BotRecord, reply: WebhookReply) => void) {
    this.#common = common
    this.#executeReply = executeReply
  }

  of(bot: BotRecord): BotDelivery {
    const known = this.#byBot.get(bot.id)
    if (known) return known
    const delivery = new BotDelivery({
      ...this.#common,
      bot,
      post: (post) => postUpdate(this.#agents, this.#common.webhookMs, post),
      executeReply: (reply) => this.#executeReply(bot, reply),
    })
    this.#byBot.set(bot.id, delivery)
    return delivery
  }

  push(bot: BotRecord, update: NewUpdate): void {
    this.of(bot).push(update)
  }

  /** The bot is gone: what is in flight to it is cut. */
  remove(bot: BotRecord): void {
    this.#byBot.get(bot.id)?.close()
    this.#byBot.delete(bot.id)
  }

  /** The bots are gone: what is in flight to them is cut. */
  clear(): void {
    for (const delivery of this.#byBot.values()) delivery.close()
    this.#byBot.clear()
  }

  close(): void {
    this.clear()
    this.#agents.http.destroy()
    this.#agents.https.destroy()
  }
}
