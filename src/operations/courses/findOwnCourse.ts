import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import type { Course } from '../../payload-types.ts'
import { findEditableCourse } from './findEditableCourse.ts'
import { ownsCourse } from './ownsCourse.ts'

/**
 * The course as its creator (or an admin) alone may change it: its bot, its team, whether it is taught at all.
 * @throws {AppError} courseOwnerOnly (403) for co-authors; unauthenticated (401), courseNotFound (404)
 */
export const findOwnCourse = async (options: { req: PayloadRequest; courseId: string }): Promise<Course> => {
  const course = await findEditableCourse(options)
  if (!ownsCourse(options.req, course)) throw new AppError({ code: 'courseOwnerOnly', status: 403 })
  return course
}
