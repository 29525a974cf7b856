import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'

/**
 * The link that lets testers in lets nobody in any more. Those who came by it stay.
 * @throws {AppError} courseNotFound (404)
 */
export const revokeInvitation = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req, courseId } = options
  await inTransaction(req, async () => {
    await findOwnCourse(options)
    await lockCourse(options)
    await req.payload.delete({
      collection: slugs.linkCodes,
      where: { and: [{ course: { equals: courseId } }, { kind: { equals: 'test' } }] },
      req,
    })
  })
}
