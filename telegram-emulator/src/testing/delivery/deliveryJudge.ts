import type { UpdateOutcome } from '../../state/eventHub.ts'
import { KINDS, type Answer, type Push } from './deliverySteps.ts'

const SHORTEST_LAST_PAUSE_S = 60
const LONGEST_LAST_PAUSE_S = 120
const LONGEST_RETRY_AFTER_S = 3600
const STREAMS_PER_CONNECTION = 2

interface Tracked {
  id: number
  stream: string
  expiresAt: number
  notBefore: number
  answers: Answer[]
  /** Deliveries so far, and how many answers of 2xx it takes until it is done with. */
  sends: number
  acks: number
  owed: number
  isInFlight: boolean
  isExpired: boolean
  /** What the webhook has said to the delivery in flight. */
  said: { isOk: boolean; retryAfter: number }
  failures: number
  /** Shortest and longest last pause, in seconds: the longest ones are random. */
  pause: [number, number]
  /** When it may, and when it must be sent again. */
  due: [number, number]
}

/**
 * Knows what Telegram promises of deliveries and compares it with what happens: each method throws when a promise is
 * broken. It shares no code with what it judges.
 */
export class DeliveryJudge {
  readonly #updates = new Map<number, Tracked>()
  readonly #now: () => number
  maxConnections = 1
  /** Whether the webhook answers everything with 200 from now on. */
  isPeaceful = false

  constructor(now: () => number) {
    this.#now = now
  }

  pushed(id: number, { type, subject, fault, answers }: Push): void {
    const { queue, lifetimeMs } = KINDS[type]
    if (this.#updates.has(id)) throw new Error(`update ${id} was numbered twice`)
    this.#updates.set(id, {
      id,
      stream: `${queue} of ${subject}`,
      expiresAt: this.#now() + lifetimeMs,
      notBefore: this.#now() + (fault.delay_ms ?? 0),
      answers,
      sends: 0,
      acks: 0,
      owed: 1 + (fault.duplicate ? 1 : 0) + (fault.drop_answer ? 1 : 0),
      isInFlight: false,
      isExpired: false,
      said: { isOk: false, retryAfter: 0 },
      failures: 0,
      pause: [1, 1],
      due: [0, 0],
    })
  }

  /** The emulator begins to send an update. */
  sent(id: number): void {
    const update = this.#find(id)
    const inFlight = [...this.#updates.values()].filter(({ isInFlight }) => isInFlight)
    const waiting = this.#waiting()
    const say = (what: string) => new Error(`update ${id} (${update.stream}) was sent ${what}`)
    if (inFlight.some(({ stream }) => stream === update.stream)) throw say('beside one of its stream')
    if (inFlight.length >= this.maxConnections) throw say(`although ${inFlight.length} are in flight`)
    if (update.acks >= update.owed) throw say('although it was acknowledged')
    if (update.isExpired || this.#now() >= update.expiresAt) throw say('after its time')
    if (this.#now() < update.notBefore) throw say('before a fault lets it go')
    if (this.#now() < update.due[0]) throw say(`${update.due[0] - this.#now()} ms too early`)
    if (waiting.find(({ stream }) => stream === update.stream) !== update) throw say('out of order')
    const older = waiting.filter((other) => other.id <= id).map(({ stream }) => stream)
    if (new Set(older).size > this.#window()) throw say('although the streams before it are full')
    update.isInFlight = true
    update.said = { isOk: false, retryAfter: 0 }
    update.sends += 1
  }

  /** What the webhook is to do with this delivery. */
  answerTo(id: number): Answer {
    const update = this.#find(id)
    return (this.isPeaceful ? undefined : update.answers[update.sends - 1]) ?? { status: 200, turns: 0 }
  }

  /** The webhook is about to answer. */
  answered(id: number, status: number, retryAfter: number): void {
    this.#find(id).said = { isOk: status >= 200 && status <= 299, retryAfter }
  }

  /** The emulator tells what became of an update. */
  reported(id: number, outcome: UpdateOutcome): void {
    const update = this.#find(id)
    if (outcome === 'expired') return this.#expired(update)
    if (outcome === 'waiting') return
    if (!update.isInFlight) throw new Error(`update ${id} is said to be ${outcome}, but is not in flight`)
    update.isInFlight = false
    if (outcome === 'delivered' && !update.said.isOk)
      throw new Error(`update ${id} is said to be delivered, but the webhook did not say so`)
    if (update.said.isOk) update.acks += 1
    if (outcome === 'delivered') this.#rest(update)
    else this.#failed(update)
  }

  /** Everything in flight was cut, and nothing is remembered of failures. */
  interrupted(): void {
    for (const update of this.#updates.values()) {
      update.isInFlight = false
      this.#rest(update)
    }
  }

  /** Nothing is under way: what could be sent must have been. */
  rested(): void {
    const heads = new Map<string, Tracked>()
    for (const update of this.#waiting()) {
      if (heads.size >= this.#window()) break
      if (!heads.has(update.stream)) heads.set(update.stream, update)
    }
    for (const { id, due, notBefore } of heads.values())
      if (Math.max(due[1], notBefore) <= this.#now())
        throw new Error(`update ${id} should have been sent by now`)
  }

  /** Everything is over: what did not expire must have arrived. */
  ended(): void {
    for (const { id, acks, owed, isExpired } of this.#updates.values())
      if (!isExpired && acks !== owed)
        throw new Error(`update ${id} was acknowledged ${acks} of ${owed} times`)
  }

  #expired(update: Tracked): void {
    const nextTryAt = update.failures > 0 ? update.due[1] : this.#now()
    if (this.#now() < update.expiresAt && nextTryAt <= update.expiresAt)
      throw new Error(`update ${update.id} was dropped ${update.expiresAt - this.#now()} ms before its time`)
    update.isExpired = true
  }

  #failed(update: Tracked): void {
    update.failures += 1
    const asked = Math.min(update.said.retryAfter, LONGEST_RETRY_AFTER_S)
    let pause: [number, number] = [asked, asked]
    if (asked === 0 && update.failures > 1) {
      const [shortest, longest] = update.pause
      pause = [Math.min(SHORTEST_LAST_PAUSE_S, shortest * 2), Math.min(LONGEST_LAST_PAUSE_S, longest * 2)]
      update.pause = pause
    }
    update.due = [this.#now() + pause[0] * 1000, this.#now() + pause[1] * 1000]
  }

  #rest(update: Tracked): void {
    update.failures = 0
    update.pause = [1, 1]
    update.due = [0, 0]
  }

  /** Oldest first. */
  #waiting(): Tracked[] {
    return [...this.#updates.values()].filter(({ isExpired, acks, owed }) => !isExpired && acks < owed)
  }

  #window(): number {
    return this.maxConnections * STREAMS_PER_CONNECTION
  }

  #find(id: number): Tracked {
    const update = this.#updates.get(id)
    if (!update) throw new Error(`there is no update ${id}`)
    return update
  }
}
