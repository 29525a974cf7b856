import { approximateBytes } from './approximateBytes.ts'
import type { ChatMessage, ChatRecord } from './types.ts'

interface Entry {
  chat: ChatRecord
  messageId: number
}

/** So many entries are looked through at once for messages that have gone. */
const LEAST_SWEEP = 1000

/** Counts what the messages of all chats take together, and tells which is the oldest. */
export class MessageBudget {
  readonly #most: number
  /** In the order in which the messages came; some of them have gone since. */
  #entries: Entry[] = []
  #next = 0
  #count = 0
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  get bytes(): number {
    return this.#bytes
  }

  put(chat: ChatRecord, message: ChatMessage, replaced: ChatMessage | undefined): void {
    this.#bytes += approximateBytes(message)
    if (replaced) this.#bytes -= approximateBytes(replaced)
    else {
      this.#entries.push({ chat, messageId: message.message_id })
      this.#count += 1
    }
    if (this.#entries.length > LEAST_SWEEP + 2 * this.#count) this.#sweep()
  }

  removed(message: ChatMessage): void {
    this.#bytes -= approximateBytes(message)
    this.#count -= 1
  }

  /** The oldest message when there are too many of them; the newest one always stays. */
  surplus(): Entry | undefined {
    while (this.#bytes > this.#most && this.#count > 1) {
      const entry = this.#entries[this.#next++]
      if (entry && isThere(entry)) return entry
    }
    return undefined
  }

  clear(): void {
    this.#entries = []
    this.#next = this.#count = this.#bytes = 0
  }

  #sweep(): void {
    this.#entries = this.#entries.slice(this.#next).filter(isThere)
    this.#next = 0
  }
}

function isThere({ chat, messageId }: Entry): boolean {
  return chat.messages.has(messageId)
}
