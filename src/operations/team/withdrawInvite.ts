import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { isUuid } from '../isUuid.ts'

/** Nobody is asked any more. Repeating it changes nothing. @throws {AppError} courseOwnerOnly (403), courseNotFound (404) */
export const withdrawInvite = async (options: {
  req: PayloadRequest
  courseId: string
  inviteId: string
}): Promise<void> => {
  const { req, courseId, inviteId } = options
  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    if (!isUuid(inviteId)) return
    await req.payload.delete({
      collection: slugs.teamInvites,
      where: { and: [{ id: { equals: inviteId } }, { course: { equals: courseId } }] },
      req,
    })
  })
}
