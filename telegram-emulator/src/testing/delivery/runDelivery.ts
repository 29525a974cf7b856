import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { pino } from 'pino'

import { EmulatorClock } from '../../clock/emulatorClock.ts'
import { BotDelivery } from '../../delivery/botDelivery.ts'
import { postUpdate, type Post } from '../../delivery/postUpdate.ts'
import { FaultTable } from '../../faults/faultTable.ts'
import { createBot } from '../../state/createBot.ts'
import { EventHub } from '../../state/eventHub.ts'
import { Store } from '../../state/store.ts'
import { DeliveryJudge } from './deliveryJudge.ts'
import { KINDS, type DeliveryStep, type Push } from './deliverySteps.ts'
import { ScriptedReceiver } from './scriptedReceiver.ts'

const LAST_ROUNDS = 40
const LAST_ROUND_MS = 10_000

/**
 * Lets the steps happen to a bot's delivery, with a webhook behind real connections, and then peace until everything
 * has arrived or expired. Throws when a promise is broken. Nothing but steps moves the clock if `Date` stands still.
 */
export async function runDelivery(steps: readonly DeliveryStep[], webhookMs: number): Promise<void> {
  const run = new DeliveryRun(webhookMs)
  try {
    await run.start()
    for (const step of steps) await run.do(step)
    await run.end()
  } finally {
    await run.close()
  }
}

class DeliveryRun {
  readonly #clock = new EmulatorClock()
  readonly #faults = new FaultTable()
  readonly #events = new EventHub()
  readonly #bot = createBot(new Store(), { username: 'test_bot', name: 'Test' })
  readonly #judge = new DeliveryJudge(() => this.#clock.now())
  readonly #receiver = new ScriptedReceiver({
    answerTo: (id) => this.#judge.answerTo(id),
    answered: (id, status, retryAfter) => this.#judge.answered(id, status, retryAfter),
  })
  readonly #agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent() }
  readonly #webhookMs: number
  #delivery: BotDelivery | undefined
  #underWay = 0
  #generation = 0
  #broken: unknown

  constructor(webhookMs: number) {
    this.#webhookMs = webhookMs
    this.#events.subscribe((event) => {
      if (event.type !== 'update' || event.update_id === null) return
      const { update_id: id, outcome } = event
      if (outcome === 'delivered' || outcome === 'failed') this.#underWay -= 1
      this.#check(() => this.#judge.reported(id, outcome))
    })
  }

  async start(): Promise<void> {
    await this.#receiver.start()
    await this.do({ do: 'setWebhook', maxConnections: 2 })
    this.#startDelivery()
  }

  async do(step: DeliveryStep): Promise<void> {
    if (step.do === 'push') this.#push(step)
    else if (step.do === 'advance') this.#advance(step.ms)
    else if (step.do === 'settle') await this.#settle()
    else if (step.do === 'setWebhook') this.#setWebhook(step.maxConnections)
    else if (step.do === 'restartEmulator') this.#restart()
    else if (step.do === 'startReceiver') await this.#receiver.start()
    else {
      await this.#receiver.stop()
      if (step.do === 'restartReceiver') await this.#receiver.start()
    }
    if (this.#broken) throw this.#broken as Error
  }

  async end(): Promise<void> {
    this.#judge.isPeaceful = true
    await this.#receiver.start()
    for (let round = 0; round < LAST_ROUNDS && this.#bot.pending.size > 0; round++) {
      this.#advance(LAST_ROUND_MS)
      await this.#settle()
    }
    this.#judge.ended()
    if (this.#bot.pending.size > 0) throw new Error(`${this.#bot.pending.size} updates wait for ever`)
  }

  async close(): Promise<void> {
    this.#delivery?.close()
    this.#clock.stop()
    this.#agents.http.destroy()
    await this.#receiver.stop()
  }

  #push(push: Push): void {
    if (Object.keys(push.fault).length > 0) this.#faults.add({ target: 'delivery', times: 1, ...push.fault })
    this.#judge.pushed(this.#bot.nextUpdateId, push)
    const { type, subject } = push
    this.#delivery?.push({ type, payload: KINDS[type].payload(subject) })
  }

  #advance(ms: number): void {
    this.#clock.advance(ms)
    this.#clock.runDue()
  }

  #setWebhook(maxConnections: number): void {
    this.#interrupt(maxConnections)
    this.#delivery?.webhookChanged()
  }

  /** A new process finds the updates that waited in the state file. */
  #restart(): void {
    this.#delivery?.close()
    this.#interrupt(this.#judge.maxConnections)
    this.#startDelivery()
  }

  #interrupt(maxConnections: number): void {
    this.#receiver.path = `/${++this.#generation}`
    this.#bot.webhook = { url: this.#receiver.url, secretToken: '', maxConnections, ipAddress: '' }
    this.#judge.interrupted()
    this.#judge.maxConnections = maxConnections
    this.#underWay = 0
  }

  #startDelivery(): void {
    this.#delivery = new BotDelivery({
      bot: this.#bot,
      clock: this.#clock,
      faults: this.#faults,
      events: this.#events,
      logger: pino({ level: 'silent' }),
      changed: () => {},
      executeReply: () => {},
      post: (post: Post) => {
        const { update_id: id } = JSON.parse(post.body) as { update_id: number }
        this.#underWay += 1
        this.#check(() => this.#judge.sent(id))
        return postUpdate(this.#agents, this.#webhookMs, post)
      },
    })
  }

  /** Until every delivery has its outcome, also those that follow. */
  async #settle(): Promise<void> {
    // An outcome may be told a moment before the next delivery begins.
    for (let quietTurns = 0; quietTurns < 2;) {
      this.#receiver.release()
      await nextTurn()
      if (this.#broken) throw this.#broken as Error
      quietTurns = this.#underWay > 0 ? 0 : quietTurns + 1
    }
    this.#judge.rested()
  }

  /** A broken promise is kept until the next step: thrown into the delivery it would only be logged. */
  #check(run: () => void): void {
    try {
      run()
    } catch (error) {
      this.#broken ??= error
    }
  }
}
