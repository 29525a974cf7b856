import type { CollectionBeforeChangeHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { AppError } from '../../src/errors/AppError.ts'
import { lockCourse } from '../../src/operations/courses/lockCourse.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { Step } from '../../src/payload-types.ts'

/**
 * A step is made in a course that the person may change, and stays in it. The course's row is locked, so
 * that two steps made at the same moment do not get the same place.
 */
export const requireOwnCourse: CollectionBeforeChangeHook<Step> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update') {
    if (data.course !== undefined && idOf(data.course) !== idOf(originalDoc?.course))
      throw new AppError({ code: 'stepMoved', status: 422, details: { path: 'course' } })
    return data
  }
  const courseId = idOf(data.course) ?? ''
  if (req.user) {
    const { totalDocs } = await req.payload.count({
      collection: slugs.courses,
      where: { id: { equals: courseId } },
      overrideAccess: false,
      user: req.user,
      req,
    })
    if (totalDocs === 0)
      throw new AppError({ code: 'courseNotFound', status: 404, details: { path: 'course' } })
  }
  await lockCourse({ req, courseId })
  return data
}
