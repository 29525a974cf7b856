import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { findCourseBot } from '../bots/findCourseBot.system.ts'
import { forgetTest } from './forgetTest.system.ts'

/** Ends the test of a locked course, if one is open. Testers stay testers. */
export const closeTest = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req } = options
  const bot = await findCourseBot(options)
  if (!bot?.previewRelease) return
  await req.payload.update({
    collection: slugs.bots,
    id: bot.id,
    data: { previewRelease: null, changedAt: new Date().toISOString() },
    req,
  })
  await forgetTest(options)
}
