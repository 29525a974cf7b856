import type { PayloadRequest } from 'payload'

import { requireAdmin } from '../../access/requireAdmin.ts'
import { AppError } from '../../errors/AppError.ts'
import { enqueueOnce } from '../../queue/enqueueOnce.ts'
import { lockCourseBot } from '../bots/lockCourseBot.system.ts'
import { inTransaction } from '../inTransaction.ts'

/**
 * An operator wants a bot to be looked at now. Asked twice, it is looked at once.
 * @throws {AppError} unauthenticated (401), notFound (404), botWithoutToken (422); {Forbidden} (403)
 */
export const askForCheck = async (req: PayloadRequest, botId: string): Promise<void> => {
  requireAdmin(req)
  await inTransaction(req, async () => {
    const bot = await lockCourseBot({ req, botId })
    if (!bot.sealedToken) throw new AppError({ code: 'botWithoutToken', status: 422 })
    await enqueueOnce({ req, topic: 'check', subject: botId })
  })
}
