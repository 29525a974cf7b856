import { randomUUID } from 'node:crypto'

/** What a connected process is told: the first event and one for each advance. */
export interface ClockEvent {
  client_id: string
  offset_ms: number
  version: number
}

interface Client {
  send: (event: ClockEvent) => void
  confirmed: number
}

/** The processes that follow the clock, and which version each of them has confirmed. */
export class ClockClients {
  readonly #clients = new Map<string, Client>()
  readonly #watchers = new Set<() => void>()

  get size(): number {
    return this.#clients.size
  }

  connect(send: Client['send'], present: { offset_ms: number; version: number }): string {
    const id = randomUUID()
    // The first event already gives the present time: there is nothing to confirm yet.
    this.#clients.set(id, { send, confirmed: present.version })
    send({ client_id: id, ...present })
    return id
  }

  disconnect(id: string): void {
    this.#clients.delete(id)
    this.#notify()
  }

  /** False if no such process is connected. */
  confirm(id: string, version: number): boolean {
    const client = this.#clients.get(id)
    if (!client) return false
    client.confirmed = Math.max(client.confirmed, version)
    this.#notify()
    return true
  }

  /** Tells everybody and waits for them; resolves with how many did not confirm in time. */
  async announce(
    present: { offset_ms: number; version: number },
    timeoutMs: number,
  ): Promise<{ missing: number }> {
    for (const [id, client] of this.#clients) client.send({ client_id: id, ...present })
    const missing = () => [...this.#clients.values()].filter((c) => c.confirmed < present.version).length
    if (missing() === 0) return { missing: 0 }
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer)
        this.#watchers.delete(check)
        resolve({ missing: missing() })
      }
      const check = () => {
        if (missing() === 0) finish()
      }
      const timer = setTimeout(finish, timeoutMs)
      this.#watchers.add(check)
    })
  }

  #notify(): void {
    for (const watcher of this.#watchers) watcher()
  }
}
