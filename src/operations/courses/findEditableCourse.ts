import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Course } from '../../payload-types.ts'
import { isUuid } from '../isUuid.ts'

/**
 * The course as its creator, its co-authors (or an admin) may edit it.
 * @throws {AppError} unauthenticated (401), or courseNotFound (404) also when it is somebody else's:
 * strangers do not learn that it exists
 */
export const findEditableCourse = async ({
  req,
  courseId,
}: {
  req: PayloadRequest
  courseId: string
}): Promise<Course> => {
  const user = requireUser(req)

  const course = isUuid(courseId)
    ? await req.payload.findByID({
        collection: slugs.courses,
        id: courseId,
        overrideAccess: false,
        user,
        disableErrors: true,
        joins: false,
        req,
      })
    : null
  if (!course) throw new AppError({ code: 'courseNotFound', status: 404 })
  return course
}
