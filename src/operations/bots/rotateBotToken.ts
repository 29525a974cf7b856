import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { inTransaction } from '../inTransaction.ts'
import { requireCourseBot } from './requireCourseBot.ts'

/**
 * Wishes a new token for a managed bot; the one that it has now stops working when a runner has replaced it.
 * @throws {AppError} botIsManagedElsewhere (409), courseHasNoBot (409), courseNotFound (404)
 */
export const rotateBotToken = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req } = options
  await inTransaction(req, async () => {
    const bot = await requireCourseBot(options)
    if (!bot.isManaged) throw new AppError({ code: 'botIsManagedElsewhere', status: 409 })
    await req.payload.update({
      collection: slugs.bots,
      id: bot.id,
      data: {
        rotateVersion: bot.secretVersion,
        state: 'settingUp',
        errorCode: null,
        errorDescription: null,
        nextTryAt: null,
        changedAt: new Date().toISOString(),
      },
      req,
    })
  })
}
