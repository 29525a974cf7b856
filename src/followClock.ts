import { setTimeout as pause } from 'node:timers/promises'

import type { Logger } from 'pino'

import { processState } from './processState.ts'

/** Whoever starts does not wait longer for an emulator that is not there. */
const readyLimitMs = 5000

type Tick = { client_id?: string; offset_ms: number; version: number }

/** The data of each event in a Server-Sent Events stream. */
const readEvents = async function* (body: ReadableStream<Uint8Array>): AsyncGenerator<Tick> {
  let pending = ''
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    pending += decoder.decode(chunk, { stream: true })
    const blocks = pending.split('\n\n')
    pending = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5))
        .join('')
      if (data !== '') yield JSON.parse(data) as Tick
    }
  }
}

/**
 * Follows the emulator's clock (development and tests): product time moves when it moves, and each move is
 * confirmed. If the emulator goes away the last offset stays, and the connection is tried again.
 * @param onMove called after product time has moved
 */
export const followClock = (options: { url: string; logger: Logger; onMove: () => void }) => {
  const { url, logger, onMove } = options
  const abort = new AbortController()
  const isFollowing = Promise.withResolvers<void>()

  const follow = async () => {
    const { signal } = abort
    const response = await fetch(`${url}/emulator/clock/stream`, { signal })
    if (!response.ok || response.body === null) throw new Error(`the clock answered ${response.status}`)
    let clientId: string | undefined
    for await (const tick of readEvents(response.body)) {
      clientId ??= tick.client_id
      processState().clockOffsetMs = tick.offset_ms
      isFollowing.resolve()
      onMove()
      await fetch(`${url}/emulator/clock/confirm`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ client_id: clientId, version: tick.version }),
        signal,
      })
    }
  }

  const run = async () => {
    while (!abort.signal.aborted) {
      await follow().catch((error: unknown) => logger.debug({ err: error }, 'the clock is not reachable'))
      if (!abort.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  void run()
  return {
    /** Resolves once product time is that of the emulator, or nobody knows when that will be. */
    ready: Promise.race([isFollowing.promise, pause(readyLimitMs, undefined, { ref: false })]),
    stop: () => abort.abort(),
  }
}
