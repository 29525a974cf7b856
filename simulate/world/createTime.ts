import { setTimeout as pause } from 'node:timers/promises'

import type { SimulatedStack } from '../stack/startStack.ts'
import type { UpdateCount } from './createUpdateCount.ts'

/** What is due within so many milliseconds happens together. */
const togetherMs = 40_000
const patienceMs = 180_000

type Waiting = { due: number; next: number | null }

const waitingSql = `
  SELECT coalesce(sum(due), 0)::int AS due, min(next)::float8 AS next FROM (
    SELECT count(*) FILTER (WHERE due_at <= $1::timestamptz) AS due,
           extract(epoch FROM min(due_at) FILTER (WHERE due_at > $1::timestamptz)) * 1000 AS next FROM timers
    UNION ALL
    SELECT count(*) FILTER (WHERE due_at <= $1::timestamptz AND (NOT $2::boolean OR topic IN ('delivery', 'notice'))),
           extract(epoch FROM min(due_at) FILTER (WHERE due_at > $1::timestamptz)) * 1000 FROM outbox) k`

/** Simulated time: it moves when it is moved, and never past anything that waits for its moment. */
export const createTime = async (
  { emulator, pool }: Pick<SimulatedStack, 'emulator' | 'pool'>,
  updates: UpdateCount,
) => {
  let { offset_ms: offset } = await emulator.clock()
  let steps = 0
  const now = () => Date.now() + offset

  const look = async (areChatsEnough: boolean): Promise<Waiting> => {
    const { rows } = await pool.query<Waiting>({
      name: 'waiting',
      text: waitingSql,
      values: [new Date(now()).toISOString(), areChatsEnough],
    })
    return rows[0] ?? { due: 0, next: null }
  }

  /** Whoever follows the clock looks at what is due when it moves, and else twice a second. */
  const nudge = async (): Promise<void> => {
    offset = (await emulator.advanceClock(1)).offset_ms
  }

  /**
   * Until nothing is on its way and nothing is due.
   * @param areChatsEnough whether only what is said in chats has to be over
   * @returns when the next thing is due, epoch milliseconds
   */
  const settle = async (areChatsEnough = false): Promise<number | null> => {
    const deadline = Date.now() + patienceMs
    for (let wait = 2; ; wait = Math.min(wait * 1.3, 50)) {
      const waiting = updates.isSettled() ? await look(areChatsEnough).catch(() => undefined) : undefined
      if (waiting?.due === 0 && updates.isSettled()) return waiting.next
      // While something is away it cannot be nudged, and does not need to be.
      if (waiting !== undefined) await nudge().catch(() => undefined)
      if (Date.now() > deadline)
        throw new Error(
          `nothing came to rest within ${patienceMs / 1000} s: ${JSON.stringify({ ...waiting, ...updates.describe() })}`,
        )
      await pause(wait)
    }
  }

  const moveTo = async (time: number): Promise<void> => {
    const by = Math.ceil(time - now())
    if (by <= 0) return
    const clock = await emulator.advanceClock(by)
    offset = clock.offset_ms
    steps += 1
  }

  return {
    now,
    settle,
    steps: () => steps,
    /** Goes on to this moment, stopping wherever something becomes due before it. */
    advanceTo: async (time: number): Promise<void> => {
      for (;;) {
        const next = await settle()
        if (next === null || next + togetherMs >= time) break
        await moveTo(next + togetherMs)
      }
      await moveTo(time)
      await settle()
    },
  }
}

export type Time = Awaited<ReturnType<typeof createTime>>
