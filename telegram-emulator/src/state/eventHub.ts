import type { ChatState } from './chatState.ts'
import type { ChatAction, ChatMessage, MessageContent, UpdateType } from './types.ts'

/** What the page and waiting tests are told as it happens. */
export type EmulatorEvent =
  | { type: 'message' | 'edit'; bot: string; person: number; message: ChatMessage }
  | { type: 'chat'; bot: string; person: number; is_blocked: boolean }
  | { type: 'delete'; bot: string; person: number; message_ids: number[] }
  | { type: 'state'; bot: string; person: number; state: ChatState }
  /** Shown for five seconds or until the next message. */
  | { type: 'action'; bot: string; person: number; action: ChatAction }
  /** A message that the bot is still writing; shown for 30 seconds or until the next message. */
  | { type: 'draft'; bot: string; person: number; draft_id: number; message: MessageContent }
  | { type: 'bot' | 'bot_deleted'; bot: string }
  | { type: 'person'; person: number }
  | {
      type: 'update'
      bot: string
      /** null for an update that was not made because its kind is not allowed. */
      update_id: number | null
      kind: UpdateType
      outcome: UpdateOutcome
      /** What went wrong with the delivery. */
      error?: string
    }
  /** Everything is gone: people, bots, chats, calls and faults. */
  | { type: 'reset' }
  | { type: 'clock'; now: string; offset_ms: number }

/** What became of an update: it is there, a bot has it, a delivery failed, its time is over, the bot refuses its kind. */
export type UpdateOutcome = 'waiting' | 'delivered' | 'failed' | 'expired' | 'not_allowed'

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
