export interface Fault {
  bot?: string | undefined
  method?: string | undefined
  error_code?: number | undefined
  description?: string | undefined
  retry_after?: number | undefined
  delay_ms?: number | undefined
  after_apply?: boolean | undefined
  times: number
}

export interface ActiveFault extends Fault {
  id: number
}

/** The faults that are still to happen, in the order in which they were set. */
export class FaultTable {
  #faults: ActiveFault[] = []
  #nextId = 1

  add(fault: Fault): ActiveFault {
    const active = { id: this.#nextId++, ...fault }
    this.#faults.push(active)
    return active
  }

  list(): ActiveFault[] {
    return this.#faults.map((fault) => ({ ...fault }))
  }

  clear(): void {
    this.#faults = []
  }

  /** The first fault that fits the call; it is used up by one. */
  take(bot: string, method: string): Fault | undefined {
    if (this.#faults.length === 0) return undefined
    const fault = this.#faults.find(
      (f) =>
        (!f.bot || f.bot.toLowerCase() === bot.toLowerCase()) &&
        (!f.method || f.method.toLowerCase() === method.toLowerCase()),
    )
    if (!fault) return undefined
    fault.times -= 1
    if (fault.times <= 0) this.#faults = this.#faults.filter((f) => f !== fault)
    return fault
  }
}
