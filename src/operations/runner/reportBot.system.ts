import type { PayloadRequest } from 'payload'

import type { RunnerBotReport } from '../../contracts/runnerBots.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { Bot } from '../../payload-types.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { enqueueOnce } from '../../queue/enqueueOnce.ts'
import { followIdentity } from '../bots/followIdentity.system.ts'
import { lockCourseBot } from '../bots/lockCourseBot.system.ts'
import { releaseBot } from '../bots/releaseBot.system.ts'
import { inTransaction } from '../inTransaction.ts'

/**
 * Whether nothing keeps a bot that is removed: nobody can use its token any more, or its webhook is deleted and learners
 * are not being told (claimFarewells lets it go when they are).
 */
const isFree = (bot: Bot, { state, error }: RunnerBotReport): boolean => {
  if (state === 'needsRelink' || error?.code === 'tokenUnreadable') return true
  return state !== 'retrying' && !bot.farewell
}

/**
 * What a runner found and did. Not `changedAt`: a report asks nobody to act.
 */
export const reportBot = async (options: {
  req: PayloadRequest
  botId: string
  report: RunnerBotReport
}): Promise<void> => {
  const { req, botId, report } = options
  await inTransaction(req, async () => {
    const bot = await lockCourseBot({ req, botId })
    if (bot.secretVersion !== report.secretVersion) return
    if (bot.isRemoving && isFree(bot, report)) return releaseBot({ req, botId })
    await req.payload.update({
      collection: slugs.bots,
      id: botId,
      data: {
        // While tries go on the last settled state stands, with the error beside it.
        ...(report.state === 'retrying' || bot.isRemoving ? {} : { state: report.state }),
        ...report.identity,
        ...(report.applied && { applied: report.applied }),
        errorCode: report.error?.code ?? null,
        errorDescription: report.error?.description ?? null,
        nextTryAt: report.nextTryAt ?? null,
      },
      req,
    })
    if (report.state === 'needsRelink' && bot.state !== 'needsRelink')
      await enqueue({ req, topic: 'alert', subject: botId })
    if (report.isRearmDue) await enqueueOnce({ req, topic: 'rearm', subject: botId })
    if (report.identity) await followIdentity({ req, bot, identity: report.identity })
  })
}
