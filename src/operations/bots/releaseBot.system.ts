import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { idOf } from '../idOf.ts'
import { forgetTest } from '../courseTest/forgetTest.system.ts'

/** Takes the Telegram bot from a course's bot row, which then waits for a token again. */
export const releaseBot = async ({ req, botId }: { req: PayloadRequest; botId: string }): Promise<void> => {
  const { course } = await req.payload.update({
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
      isManaged: false,
      isProven: false,
      isRemoving: false,
      farewell: null,
      farewellCursor: null,
      ownerTelegramId: null,
      rotateVersion: null,
      previewRelease: null,
      changedAt: new Date().toISOString(),
    },
    req,
  })
  const courseId = idOf(course)
  if (courseId === null) return
  await forgetTest({ req, courseId })
  // As when it was named: nobody edited the course, so it gets no version.
  await req.payload.db.updateOne({
    collection: slugs.courses,
    id: courseId,
    data: { botUsername: null },
    req,
    returning: false,
  })
}
