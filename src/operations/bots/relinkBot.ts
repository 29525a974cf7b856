import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { inTransaction } from '../inTransaction.ts'
import { requireCourseBot } from './requireCourseBot.ts'

/**
 * Looks at the bot anew from the beginning: its token is tried (a managed bot's is fetched when it is refused), and
 * everything that Telegram was told is told once more.
 * @throws {AppError} courseHasNoBot (409), courseNotFound (404)
 */
export const relinkBot = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req } = options
  await inTransaction(req, async () => {
    const bot = await requireCourseBot(options)
    await req.payload.update({
      collection: slugs.bots,
      id: bot.id,
      data: {
        state: 'settingUp',
        applied: {},
        errorCode: null,
        errorDescription: null,
        nextTryAt: null,
        changedAt: new Date().toISOString(),
      },
      req,
    })
  })
}
