import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { TeamRole } from '../../contracts/team.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Course, User } from '../../payload-types.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { idOf } from '../idOf.ts'
import { withoutMember } from './withoutMember.ts'

export const maxTeam = 100

/**
 * Makes somebody a co-author or mentor of a course, in the caller's transaction; who was the other before is that no
 * more. Repeating it changes nothing.
 * @throws {AppError} coAuthorNotCreator (403): only creators write courses; teamFull (409); courseNotFound (404)
 */
export const joinTeam = async (options: {
  req: PayloadRequest
  courseId: string
  user: Pick<User, 'id' | 'role'>
  role: TeamRole
}): Promise<Course> => {
  const { req, courseId, user, role } = options
  await lockCourse({ req, courseId })
  const course = await req.payload.findByID({
    collection: slugs.courses,
    id: courseId,
    joins: false,
    disableErrors: true,
    req,
  })
  if (!course) throw new AppError({ code: 'courseNotFound', status: 404 })
  if (idOf(course.creator) === user.id) return course
  if (role === 'coAuthor' && !['creator', 'admin'].includes(user.role))
    throw new AppError({ code: 'coAuthorNotCreator', status: 403 })
  const { coAuthors, mentors } = withoutMember(course, user.id)
  if (coAuthors.length + mentors.length >= maxTeam)
    throw new AppError({ code: 'teamFull', status: 409, details: { max: maxTeam } })
  const data =
    role === 'coAuthor'
      ? { coAuthors: [...coAuthors, user.id], mentors }
      : { coAuthors, mentors: [...mentors, user.id] }
  return req.payload.update({ collection: slugs.courses, id: courseId, data, req })
}
