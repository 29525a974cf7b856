import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Course } from '../../payload-types.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { moveFiles } from '../courses/moveFiles.system.ts'
import { ownsCourse } from '../courses/ownsCourse.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { isUuid } from '../isUuid.ts'
import { withoutMember } from './withoutMember.ts'

/**
 * Takes a co-author or mentor out of a course's team: its owner anybody, everybody themselves. What a co-author put into
 * the course stays there and becomes its creator's. Who is no member is none afterwards, too.
 * @throws {AppError} courseNotFound (404) for whoever may not; unauthenticated (401)
 */
export const leaveTeam = async (options: {
  req: PayloadRequest
  courseId: string
  userId: string
}): Promise<void> => {
  const { req, courseId, userId } = options
  const user = requireUser(req)
  if (!isUuid(courseId) || !isUuid(userId)) throw new AppError({ code: 'courseNotFound', status: 404 })
  await inTransaction(req, async () => {
    await lockCourse({ req, courseId })
    const course = await req.payload.findByID({
      collection: slugs.courses,
      id: courseId,
      joins: false,
      disableErrors: true,
      req,
    })
    const isIn = (members: Course['mentors']) => (members ?? []).some((member) => idOf(member) === userId)
    const isMember = course !== null && (isIn(course.coAuthors) || isIn(course.mentors))
    const mayRemove = course !== null && (ownsCourse(req, course) || (userId === user.id && isMember))
    if (!mayRemove) throw new AppError({ code: 'courseNotFound', status: 404 })
    if (!isMember) return
    const creatorId = idOf(course.creator)
    if (isIn(course.coAuthors) && creatorId !== null)
      await moveFiles({ req, course, from: userId, to: creatorId })
    await req.payload.update({
      collection: slugs.courses,
      id: courseId,
      data: withoutMember(course, userId),
      req,
    })
  })
}
