import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'

/** Takes the Telegram bot from a course's bot row, which then waits for a token again. */
export const releaseBot = async ({ req, botId }: { req: PayloadRequest; botId: string }): Promise<void> => {
  await req.payload.update({
    collection: slugs.bots,
    id: botId,
    data: {
      telegramBotId: null,
      sealedToken: null,
      state: 'waitingForToken',
      username: null,
      name: null,
      errorCode: null,
      errorDescription: null,
      nextTryAt: null,
      applied: {},
      changedAt: new Date().toISOString(),
    },
    req,
  })
}
