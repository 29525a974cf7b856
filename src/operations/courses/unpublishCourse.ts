import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { inTransaction } from '../inTransaction.ts'
import { findOwnCourse } from './findOwnCourse.ts'

/** Takes the course out of learners' reach; their progress and its releases stay. */
export const unpublishCourse = async ({
  req,
  courseId,
}: {
  req: PayloadRequest
  courseId: string
}): Promise<void> =>
  inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await req.payload.update({ collection: slugs.courses, id: courseId, data: { isPublished: false }, req })
  })
