import type { CollectionBeforeChangeHook } from 'payload'
import { generateKeyBetween } from 'payload/shared'

import { slugs } from '../../src/contracts/slugs.ts'
import { AppError } from '../../src/errors/AppError.ts'
import { lockCourse } from '../../src/operations/courses/lockCourse.ts'
import { stepOrderField } from '../../src/operations/courses/stepOrderField.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { Step } from '../../src/payload-types.ts'

/** A place is a key of Payload's ordering; what is none would stop it from giving out the next one. */
const requireOrderKey = (key: unknown) => {
  try {
    generateKeyBetween(String(key), null)
  } catch (error) {
    const problems = [{ path: stepOrderField }]
    throw new AppError({ code: 'inputInvalid', status: 422, details: { problems }, cause: error })
  }
}

const hasMoved = (data: Partial<Step>, originalDoc: Step | undefined): boolean => {
  const [key, trashed] = [data[stepOrderField], data.deletedAt]
  return (
    (key !== undefined && key !== originalDoc?.[stepOrderField]) ||
    (trashed !== undefined && trashed !== originalDoc?.deletedAt)
  )
}

/**
 * A step is made in a course that the person may change, and stays in it. The course's row is locked, so
 * that two steps made or moved at the same moment wait for each other, in the same order every time.
 */
export const requireOwnCourse: CollectionBeforeChangeHook<Step> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (typeof data[stepOrderField] === 'string') requireOrderKey(data[stepOrderField])
  if (operation === 'update') {
    if (data.course !== undefined && idOf(data.course) !== idOf(originalDoc?.course))
      throw new AppError({ code: 'stepMoved', status: 422, details: { path: 'course' } })
    if (hasMoved(data, originalDoc)) await lockCourse({ req, courseId: idOf(originalDoc?.course) ?? '' })
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
