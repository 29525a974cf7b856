/** Things that last for a while, by their ids: at most so many, of which the oldest go first. */
export class ExpiringMap<Value extends { expiresAt: number }> {
  readonly #values = new Map<string, Value>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#values.size
  }

  /** `now` and `expiresAt` are milliseconds of the emulator's clock. */
  put(id: string, value: Value, now: number): void {
    this.#values.delete(id)
    this.#values.set(id, value)
    for (const [oldId, { expiresAt }] of this.#values) {
      if (this.#values.size <= this.#most && expiresAt > now) break
      this.#values.delete(oldId)
    }
  }

  get(id: string, now: number): Value | undefined {
    const value = this.#values.get(id)
    return value && value.expiresAt > now ? value : undefined
  }

  delete(id: string): void {
    this.#values.delete(id)
  }

  deleteWhere(isGone: (value: Value) => boolean): void {
    for (const [id, value] of this.#values) if (isGone(value)) this.#values.delete(id)
  }

  clear(): void {
    this.#values.clear()
  }
}
