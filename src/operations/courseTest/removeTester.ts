import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { findCourseBot } from '../bots/findCourseBot.system.ts'
import { touchBot } from '../bots/touchBot.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { isUuid } from '../isUuid.ts'

/**
 * Somebody tests the course no more; what they did in the test goes.
 * @throws {AppError} notFound (404): no such tester; courseNotFound (404)
 */
export const removeTester = async (options: {
  req: PayloadRequest
  courseId: string
  testerId: string
}): Promise<void> => {
  const { req, courseId, testerId } = options
  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const { docs } = isUuid(testerId)
      ? await req.payload.delete({
          collection: slugs.testers,
          where: { and: [{ id: { equals: testerId } }, { course: { equals: courseId } }] },
          req,
        })
      : { docs: [] }
    if (docs.length === 0) throw new AppError({ code: 'notFound', status: 404 })
    const bot = await findCourseBot({ req, courseId })
    // Telegram is to keep them out too.
    if (bot?.isManaged && bot.previewRelease) await touchBot({ req, botId: bot.id })
  })
}
