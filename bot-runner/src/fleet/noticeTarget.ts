import type { Redis } from 'ioredis'

import { queuePrefix } from '../../../src/contracts/queues.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { KeyRing } from '../../../src/contracts/tokenSeal.ts'
import { allowedUpdates } from './setup/webhookPiece.ts'
import { hashOf } from './setup/wishedPieces.ts'

const key = `${queuePrefix}:updates-target`

/**
 * Where and how updates come is part of every webhook. When it is not what it was when a runner last began, all bots
 * are looked at. A Redis that knows nothing of before costs a look at each.
 * @param publicUrl null: updates are polled
 * @throws when the CMS or Redis is away; the next beginning finds out the same
 */
export const noticeTarget = async (options: {
  redis: Redis
  client: Pick<RunnerClient, 'checkAllBots'>
  publicUrl: string | null
  ring: KeyRing
}): Promise<void> => {
  const { redis, client, publicUrl, ring } = options
  const target = hashOf([publicUrl, allowedUpdates, ring[0]?.id])
  if ((await redis.get(key)) === target) return
  await client.checkAllBots()
  await redis.set(key, target)
}
