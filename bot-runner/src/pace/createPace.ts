import type { Redis, Result } from 'ioredis'

import { queuePrefix } from '../../../src/contracts/queues.ts'
import { countScript, freezeScript, takeScript } from './paceScripts.ts'

declare module 'ioredis' {
  // ioredis' own way to name a command that was defined: the parameter is its.
  interface RedisCommander<Context> {
    paceTake(key: string, interval: number, place: string, grace: number, horizon: number): Result<[number, string], Context> // prettier-ignore
    paceCount(key: string, interval: number, messages: number): Result<number, Context>
    paceFreeze(key: string, interval: number, restMs: number): Result<number, Context>
  }
}

/** `place`: to be brought along when the time has come; null: it is so far off that none is kept. */
export type PaceTurn = { waitMs: number; place: number | null }

/** How fast bots may send what nobody waits for. One of all runners: it is kept in Redis. */
export type Pace = {
  /**
   * A place in what this bot sends in bulk, or whether the time of the one that it has has come.
   * @param bot Telegram's id of it
   * @throws when Redis is away: bulk waits
   */
  take: (bot: string, place?: number | null) => Promise<PaceTurn>
  /** Takes so many messages of these bots, sent without asking, from what their bulk may send. */
  count: (sent: ReadonlyMap<string, number>) => Promise<void>
  /** Telegram wants nothing of this bot for so long. */
  freeze: (bot: string, restMs: number) => Promise<void>
}

/** Who comes later than this for their place may meet many others who do: they take another one. */
const graceMs = 250
/** Further ahead no places are given: what waits longer waits in the database. */
const horizonMs = 30_000

/** @param perSecond messages of one bot */
export const createPace = ({ redis, perSecond }: { redis: Redis; perSecond: number }): Pace => {
  const interval = 1000 / perSecond
  redis.defineCommand('paceTake', { numberOfKeys: 1, lua: takeScript })
  redis.defineCommand('paceCount', { numberOfKeys: 1, lua: countScript })
  redis.defineCommand('paceFreeze', { numberOfKeys: 1, lua: freezeScript })
  const keyOf = (bot: string) => `${queuePrefix}:pace:${bot}`

  return {
    take: async (bot, place) => {
      const brought = place == null ? '' : String(place)
      const [waitMs, given] = await redis.paceTake(keyOf(bot), interval, brought, graceMs, horizonMs)
      return { waitMs, place: given === '' ? null : Number(given) }
    },
    count: async (sent) => {
      const pipeline = redis.pipeline()
      for (const [bot, messages] of sent) pipeline.paceCount(keyOf(bot), interval, messages)
      for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error
    },
    freeze: async (bot, restMs) => {
      await redis.paceFreeze(keyOf(bot), interval, restMs)
    },
  }
}
