import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { closeRequest } from '../bots/closeRequest.system.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { withoutMember } from '../team/withoutMember.ts'
import { closeTest } from '../courseTest/closeTest.system.ts'
import { dismissTesters } from '../courseTest/dismissTesters.system.ts'
import { findOwnCourse } from './findOwnCourse.ts'
import { lockCourse } from './lockCourse.ts'
import { moveFiles } from './moveFiles.system.ts'

/**
 * Gives a course with its bot and its files to another creator, who is named by their address. Learners notice nothing.
 * @throws {AppError} creatorNotFound (422), courseNotFound (404)
 */
export const transferCourse = async (options: {
  req: PayloadRequest
  courseId: string
  email: string
}): Promise<void> => {
  const { req, courseId } = options
  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const course = await findOwnCourse({ req, courseId })
    const { docs } = await req.payload.find({
      collection: slugs.users,
      where: {
        and: [
          { email: { equals: options.email.trim().toLowerCase() } },
          { isActive: { equals: true } },
          { role: { in: ['creator', 'admin'] } },
        ],
      },
      limit: 1,
      pagination: false,
      req,
    })
    const [creator] = docs
    if (!creator) throw new AppError({ code: 'creatorNotFound', status: 422, details: { path: 'email' } })
    // Whoever asked for a bot asked for a course of theirs.
    await closeRequest({ req, courseId, state: 'cancelled' })
    // Nor do those whom they let in test a course of somebody else.
    await closeTest({ req, courseId })
    await dismissTesters({ req, courseId })
    await moveFiles({ req, course, from: idOf(course.creator), to: creator.id })
    await req.payload.update({
      collection: slugs.courses,
      id: courseId,
      data: { creator: creator.id, ...withoutMember(course, creator.id) },
      req,
    })
  })
}
