import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'

import type { Answer } from './deliverySteps.ts'

interface Script {
  answerTo: (updateId: number) => Answer
  answered: (updateId: number, status: number, retryAfter: number) => void
}

/** A webhook that does with each delivery what it is told, and can go down and come back at the same address. */
export class ScriptedReceiver {
  readonly #script: Script
  #server: Server | undefined
  #port = 0
  #held: (() => void)[] = []
  /** Deliveries to another path are of an earlier webhook: nobody waits for their answers. */
  path = '/'

  constructor(script: Script) {
    this.#script = script
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.path}`
  }

  async start(): Promise<void> {
    if (this.#server) return
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('error', () => {})
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        if (request.url !== this.path) return void response.end()
        const { update_id: id } = JSON.parse(Buffer.concat(chunks).toString()) as { update_id: number }
        const answer = this.#script.answerTo(id)
        if ('isSilent' in answer) return
        if ('cut' in answer) {
          if (answer.cut === 'before the answer') return void request.socket.destroy()
          response.writeHead(200, { 'content-length': 10 })
          return void response.write('part', () => request.socket.destroy())
        }
        const retryAfter = 'retryAfter' in answer ? (answer.retryAfter ?? 0) : 0
        void this.#when(answer).then(() => {
          // Who has gone in between does not learn of the answer.
          if (response.destroyed || request.url !== this.path) return
          this.#script.answered(id, answer.status, retryAfter)
          if (retryAfter > 0) response.setHeader('retry-after', retryAfter)
          response.writeHead(answer.status).end()
        })
      })
    })
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  async stop(): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    this.#held = []
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }

  /** Answers what is held back. */
  release(): void {
    for (const open of this.#held.splice(0)) open()
  }

  async #when(answer: { isHeld: true } | { turns: number }): Promise<void> {
    if ('isHeld' in answer) return new Promise((resolve) => this.#held.push(resolve))
    for (let turn = 0; turn < answer.turns; turn++) await nextTurn()
  }
}
