import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { RunnerBotReport } from '../../contracts/runnerBots.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { isUuid } from '../isUuid.ts'
import { transactionOf } from '../transactionOf.ts'

/**
 * What a runner found and did. Not `changedAt`: a report asks nobody to act. The course's `botUsername`
 * follows without a version of the course: nobody edited it.
 */
export const reportBot = async (options: {
  req: PayloadRequest
  botId: string
  report: RunnerBotReport
}): Promise<void> => {
  const { req, botId, report } = options
  await inTransaction(req, async () => {
    if (isUuid(botId)) {
      const db = await transactionOf(req)
      // The course first, as everybody does who changes a bot: publishing holds it when it comes to the bot.
      await db.execute(sql`
        SELECT 1 FROM courses WHERE id = (SELECT course_id FROM bots WHERE id = ${botId}::uuid) FOR NO KEY UPDATE`)
      await db.execute(sql`SELECT 1 FROM bots WHERE id = ${botId}::uuid FOR UPDATE`)
    }
    const bot = isUuid(botId)
      ? await req.payload.findByID({ collection: slugs.bots, id: botId, disableErrors: true, req })
      : null
    if (!bot) throw new AppError({ code: 'notFound', status: 404 })
    if (bot.secretVersion !== report.secretVersion) return
    await req.payload.update({
      collection: slugs.bots,
      id: botId,
      data: {
        // While tries go on the last settled state stands, with the error beside it.
        ...(report.state === 'retrying' ? {} : { state: report.state }),
        ...report.identity,
        ...(report.applied && { applied: report.applied }),
        errorCode: report.error?.code ?? null,
        errorDescription: report.error?.description ?? null,
        nextTryAt: report.nextTryAt ?? null,
      },
      req,
    })
    const courseId = idOf(bot.course)
    if (report.identity && courseId !== null && report.identity.username !== bot.username)
      await req.payload.db.updateOne({
        collection: slugs.courses,
        id: courseId,
        data: { botUsername: report.identity.username },
        req,
        returning: false,
      })
  })
}
