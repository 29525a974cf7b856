import type { PayloadRequest } from 'payload'

import { requireAdmin } from '../../access/requireAdmin.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { lockCourseBot } from '../bots/lockCourseBot.system.ts'
import { inTransaction } from '../inTransaction.ts'

/**
 * An operator wants a bot to be looked at now. Asked twice, it is looked at once.
 * @throws {AppError} unauthenticated (401), forbidden (403), notFound (404), botWithoutToken (422)
 */
export const askForCheck = async (req: PayloadRequest, botId: string): Promise<void> => {
  requireAdmin(req)
  await inTransaction(req, async () => {
    const bot = await lockCourseBot({ req, botId })
    if (!bot.sealedToken) throw new AppError({ code: 'botWithoutToken', status: 422 })
    const { totalDocs } = await req.payload.count({
      collection: slugs.outbox,
      where: { and: [{ topic: { equals: 'check' } }, { subject: { equals: botId } }] },
      req,
    })
    if (totalDocs === 0) await enqueue({ req, topic: 'check', subject: botId })
  })
}
