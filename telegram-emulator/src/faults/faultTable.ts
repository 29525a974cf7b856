import type { UpdateType } from '../state/types.ts'

/** Goes wrong with Bot API calls; the default target. */
export interface Fault {
  target?: 'call' | undefined
  bot?: string | undefined
  method?: string | undefined
  error_code?: number | undefined
  description?: string | undefined
  retry_after?: number | undefined
  delay_ms?: number | undefined
  after_apply?: boolean | undefined
  times: number
}

/** Goes wrong with updates on their way to a bot. */
export interface DeliveryFault {
  target: 'delivery'
  bot?: string | undefined
  /** Such as message or callback_query. */
  kind?: UpdateType | undefined
  /** It comes a second time although it was acknowledged. */
  duplicate?: true | undefined
  /** It comes so much later, on the emulator's clock. */
  delay_ms?: number | undefined
  /** The webhook's first 2xx for it is lost. */
  drop_answer?: true | undefined
  times: number
}

export type ActiveFault = (Fault | DeliveryFault) & { id: number }

/** The faults that are still to happen, in the order in which they were set. */
export class FaultTable {
  #faults: ActiveFault[] = []
  #nextId = 1

  add(fault: Fault | DeliveryFault): ActiveFault {
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
  takeForCall(bot: string, method: string): Fault | undefined {
    return this.#take(
      (fault): fault is Fault & { id: number } =>
        fault.target !== 'delivery' && isFor(fault.bot, bot) && isFor(fault.method, method),
    )
  }

  /** The first fault that fits the new update; it is used up by one. */
  takeForUpdate(bot: string, kind: UpdateType): DeliveryFault | undefined {
    return this.#take(
      (fault): fault is DeliveryFault & { id: number } =>
        fault.target === 'delivery' && isFor(fault.bot, bot) && isFor(fault.kind, kind),
    )
  }

  #take<Kind extends ActiveFault>(fits: (fault: ActiveFault) => fault is Kind): Kind | undefined {
    if (this.#faults.length === 0) return undefined
    const fault = this.#faults.find(fits)
    if (!fault) return undefined
    fault.times -= 1
    if (fault.times <= 0) this.#faults = this.#faults.filter((other) => other !== fault)
    return fault
  }
}

/** Names of bots and methods count in any case; a fault without a name fits all. */
function isFor(wanted: string | undefined, name: string): boolean {
  return !wanted || wanted.toLowerCase() === name.toLowerCase()
}
