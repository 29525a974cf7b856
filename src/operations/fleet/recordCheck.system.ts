import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { now } from '../../clock.ts'
import type { RunnerBotCheck } from '../../contracts/runnerBots.ts'
import { slugs } from '../../contracts/slugs.ts'
import { webhookMarks } from '../../contracts/webhookMarks.ts'
import type { Bot } from '../../payload-types.ts'
import { enqueueOnce } from '../../queue/enqueueOnce.ts'
import { followIdentity } from '../bots/followIdentity.system.ts'
import { lockCourseBot } from '../bots/lockCourseBot.system.ts'
import { inTransaction } from '../inTransaction.ts'
import { transactionOf } from '../transactionOf.ts'

/** A token that is refused may be had anew where the platform bot manages the bot. */
const isToBeSetUp = ({ state, isManaged }: Bot, { finding }: RunnerBotCheck): boolean => {
  const isKnownAsRefused = state === 'needsRelink'
  if (finding === 'outdated') return true
  return finding === 'right' ? isKnownAsRefused : isManaged || !isKnownAsRefused
}

/**
 * Takes what looking at a bot has shown, and queues what follows from it. Said twice, or of a token that has been
 * replaced meanwhile, it counts for nothing.
 * @throws {AppError} notFound (404)
 */
export const recordCheck = async (options: {
  req: PayloadRequest
  botId: string
  check: RunnerBotCheck
}): Promise<void> => {
  const { req, botId, check } = options
  await inTransaction(req, async () => {
    const bot = await lockCourseBot({ req, botId })
    const db = await transactionOf(req)
    const { rowCount } = await db.execute(sql`DELETE FROM outbox WHERE id = ${check.outboxId}::uuid`)
    if (rowCount === 0 || bot.secretVersion !== check.secretVersion || bot.isRemoving) return
    const applied = bot.applied as Record<string, string>
    await req.payload.update({
      collection: slugs.bots,
      id: botId,
      data: {
        checkedAt: now().toISOString(),
        ...check.identity,
        ...(check.finding === 'webhookLost' && { applied: { ...applied, webhook: webhookMarks.lost } }),
      },
      req,
    })
    if (check.identity) await followIdentity({ req, bot, identity: check.identity })
    if (check.finding === 'webhookLost') await enqueueOnce({ req, topic: 'rearm', subject: botId })
    else if (isToBeSetUp(bot, check)) await enqueueOnce({ req, topic: 'bot', subject: botId })
  })
}
