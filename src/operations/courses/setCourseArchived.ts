import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { inTransaction } from '../inTransaction.ts'
import { closeTest } from '../courseTest/closeTest.system.ts'
import { findOwnCourse } from './findOwnCourse.ts'
import { lockCourse } from './lockCourse.ts'

/** An archived course teaches nobody and can be brought back; bringing back does not publish it. */
export const setCourseArchived = async (options: {
  req: PayloadRequest
  courseId: string
  isArchived: boolean
}): Promise<void> => {
  const { req, courseId, isArchived } = options
  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await lockCourse({ req, courseId })
    if (isArchived) await closeTest({ req, courseId })
    await req.payload.update({
      collection: slugs.courses,
      id: courseId,
      data: { isArchived, isPublished: false },
      req,
    })
  })
}
