interface Waiting {
  id: number
  expiresAt: number
  notBefore: number
  isRepeated: boolean
  /** It was confirmed and comes once more. */
  isRepetition: boolean
}

/** How far beyond the end an offset may be and still count. */
const TOLERANCE = 10

/** A bot's queue as a poller may expect it: what each call gives, and what it takes away. */
export class PollModel {
  readonly #now: () => number
  #waiting: Waiting[] = []
  nextId: number

  constructor(nextId: number, now: () => number) {
    this.nextId = nextId
    this.#now = now
  }

  push(lifetimeMs: number, { isRepeated = false, delayMs = 0 } = {}): void {
    const [expiresAt, notBefore] = [this.#now() + lifetimeMs, this.#now() + delayMs]
    this.#waiting.push({ id: this.nextId++, expiresAt, notBefore, isRepeated, isRepetition: false })
  }

  /** The ids that a call is answered with. */
  poll(offset: number, limit: number): number[] {
    const counted = offset > this.nextId + TOLERANCE ? 0 : offset
    if (counted < 0) this.#confirm(this.#waiting.slice(0, counted))
    if (counted > 0) this.#confirm(this.#waiting.filter(({ id }) => id < counted))
    this.#waiting = this.#waiting.filter(({ expiresAt }) => expiresAt > this.#now())
    const given = this.#waiting.filter(({ id, isRepetition }) => id >= counted || isRepetition)
    const held = given.findIndex(({ notBefore }) => notBefore > this.#now())
    return given.slice(0, held < 0 ? limit : Math.min(limit, held)).map(({ id }) => id)
  }

  drop(): void {
    this.#waiting = []
  }

  /** Whether an update that came now would be given at once. */
  get isOpen(): boolean {
    return this.#waiting.length === 0
  }

  #confirm(confirmed: Waiting[]): void {
    const gone = new Set<Waiting>()
    for (const update of confirmed) {
      if (!update.isRepeated) gone.add(update)
      else Object.assign(update, { isRepeated: false, isRepetition: true })
    }
    this.#waiting = this.#waiting.filter((update) => !gone.has(update))
  }
}
