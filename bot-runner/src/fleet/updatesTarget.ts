import type { Redis } from 'ioredis'

import { queuePrefix } from '../../../src/contracts/queues.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { describeError } from '../describeError.ts'
import type { Logger } from '../logger.ts'
import { repeat } from '../repeat.ts'

const announcedKey = `${queuePrefix}:updates-target`
const lookedForKey = `${queuePrefix}:updates-target-looked-for`

/** Theirs stays who began later, unless its beat is the one that we saw stand still. */
const announceScript = `
  local held = redis.call('hmget', KEYS[1], 'target', 'since', 'beat')
  local isOurs = held[1] == ARGV[1]
  local isOlder = not held[1] or tonumber(held[2]) < tonumber(ARGV[2])
  if not (isOurs or isOlder or held[3] == ARGV[3]) then return { held[1], held[3] } end
  if not isOurs or isOlder then redis.call('hset', KEYS[1], 'target', ARGV[1], 'since', ARGV[2]) end
  return { ARGV[1], tostring(redis.call('hincrby', KEYS[1], 'beat', 1)) }`

export type UpdatesTarget = {
  start: () => void
  stop: () => Promise<void>
  /**
   * Whether webhooks are to lead to where this process says, by what stands in Redis now.
   * @throws when Redis is away
   */
  isCurrent: () => Promise<boolean>
}

/**
 * Where and how updates come is part of every webhook. While an installation moves, runners of the old and of the new
 * target live side by side: who began last decides, and the others leave webhooks alone. When all of the newest are
 * gone for `deadMs`, the next newest decide again. Whenever it is another target than the bots were last looked at
 * for, all are looked at; a Redis that knows nothing of before costs one look at each.
 * @param options.target stands for everything that is the same in all webhooks
 */
export const createUpdatesTarget = (options: {
  redis: Redis
  client: Pick<RunnerClient, 'checkAllBots'>
  target: string
  beatMs: number
  deadMs: number
  onChange: (isCurrent: boolean) => void
  log: Logger
}): UpdatesTarget => {
  const { redis, client, target, deadMs, log } = options
  let since: string | undefined
  let wasCurrent: boolean | undefined
  let isFailing = false
  /** The other's last beat, and since when it stands: only what is seen while Redis is there counts. */
  let theirs: { beat: string; at: number } | undefined

  const readTime = async (): Promise<string> => {
    const [seconds, microseconds] = await redis.time()
    return String(Number(seconds) * 1e6 + Number(microseconds))
  }

  const announce = async (): Promise<boolean> => {
    since ??= await readTime()
    const isDead = theirs !== undefined && performance.now() - theirs.at >= deadMs
    const answer = await redis.eval(
      announceScript,
      1,
      announcedKey,
      target,
      since,
      isDead ? theirs!.beat : '',
    )
    const [held, beat] = answer as [string, string]
    if (held === target) theirs = undefined
    else if (theirs?.beat !== beat) theirs = { beat, at: performance.now() }
    return held === target
  }

  const settle = (isCurrent: boolean): void => {
    if (isCurrent === wasCurrent) return
    if (!isCurrent)
      log.warn('a runner with other settings for webhooks began later; this one leaves them to it')
    else if (wasCurrent === false) log.info('webhooks are this runner’s to set again')
    wasCurrent = isCurrent
    options.onChange(isCurrent)
  }

  const lookAtAll = async (): Promise<void> => {
    if ((await redis.get(lookedForKey)) === target) return
    await client.checkAllBots()
    await redis.set(lookedForKey, target)
  }

  const beats = repeat(async () => {
    try {
      const isCurrent = await announce()
      settle(isCurrent)
      if (isCurrent) await lookAtAll()
      isFailing = false
    } catch (error) {
      theirs = undefined
      if (!isFailing)
        log.warn(
          { error: describeError(error) },
          'where webhooks lead cannot be announced; it is tried again',
        )
      isFailing = true
    }
  }, options.beatMs)

  return {
    start: () => void beats.until(() => false),
    stop: beats.stop,
    isCurrent: async () => (await redis.hget(announcedKey, 'target')) === target,
  }
}
