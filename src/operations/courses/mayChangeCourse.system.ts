import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { User } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'

/** Whether a course is (still) this person's to change: who gave out a code may have given the course away since. */
export const mayChangeCourse = async (
  req: PayloadRequest,
  user: User,
  courseId: string | null,
): Promise<boolean> => {
  if (courseId === null || !user.isActive) return false
  if (user.role === 'admin') return true
  const course = await req.payload.findByID({
    collection: slugs.courses,
    id: courseId,
    depth: 0,
    joins: false,
    req,
  })
  return user.role === 'creator' && idOf(course.creator) === user.id
}
