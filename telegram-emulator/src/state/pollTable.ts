import type { ChatMessage, ChatRecord, PollRecord } from './types.ts'

/** The polls that messages show, by their ids. A poll lives as long as a message shows it. */
export class PollTable {
  readonly #records = new Map<string, PollRecord>()
  /** Added, and no message shows it yet: if its message is refused, it goes when the next one comes. */
  #unshown: string | undefined
  /** What to do when a poll's first message is there, and when all of them are gone. */
  shown: (record: PollRecord) => void = () => {}
  gone: (record: PollRecord) => void = () => {}

  get all(): PollRecord[] {
    return [...this.#records.values()].filter(({ id }) => id !== this.#unshown)
  }

  get(id: string): PollRecord | undefined {
    return this.#records.get(id)
  }

  /** Its message is to follow at once. */
  add(record: PollRecord): void {
    if (this.#unshown !== undefined) this.#records.delete(this.#unshown)
    this.#unshown = record.id
    this.#records.set(record.id, record)
  }

  /** Those of a saved state; their messages come with the chats. */
  restore(records: readonly PollRecord[]): void {
    for (const record of records) this.#records.set(record.id, record)
  }

  /** A message was put into a chat. */
  messagePut({ personId }: ChatRecord, { poll, message_id }: ChatMessage): void {
    const record = poll && this.#records.get(poll.id)
    if (!record) return
    const ids = (record.places[personId] ??= [])
    if (!ids.includes(message_id)) ids.push(message_id)
    if (this.#unshown !== record.id) return
    this.#unshown = undefined
    this.shown(record)
  }

  /** A message left a chat; gives the poll that no message shows any more. */
  messageRemoved({ personId }: ChatRecord, { poll, message_id }: ChatMessage): PollRecord | undefined {
    const record = poll && this.#records.get(poll.id)
    if (!record) return undefined
    record.places[personId] = (record.places[personId] ?? []).filter((id) => id !== message_id)
    if (Object.values(record.places).some((ids) => ids.length > 0)) return undefined
    this.#records.delete(record.id)
    this.gone(record)
    return record
  }

  clear(): void {
    const records = [...this.#records.values()]
    this.#records.clear()
    this.#unshown = undefined
    for (const record of records) this.gone(record)
  }
}
