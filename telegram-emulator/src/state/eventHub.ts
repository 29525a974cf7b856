import type { ChatMessage } from './types.ts'

/** What the page and waiting tests are told as it happens. */
export type EmulatorEvent =
  | { type: 'message' | 'edit'; bot: string; person: number; message: ChatMessage }
  | { type: 'chat'; bot: string; person: number; is_blocked: boolean }
  | { type: 'bot'; bot: string }
  | { type: 'person'; person: number }
  | { type: 'clock'; now: string; offset_ms: number }

type Listener = (event: EmulatorEvent) => void

export class EventHub {
  readonly #listeners = new Set<Listener>()

  publish(event: EmulatorEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
