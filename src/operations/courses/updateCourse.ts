import type { PayloadRequest } from 'payload'

import type { CourseChange } from '../../contracts/api/courses.ts'
import { slugs } from '../../contracts/slugs.ts'
import { inTransaction } from '../inTransaction.ts'
import { requireVersion } from '../requireVersion.ts'
import { versionOf } from '../versionOf.ts'
import { findEditableCourse } from './findEditableCourse.ts'
import { lockCourse } from './lockCourse.ts'

type Options = {
  req: PayloadRequest
  courseId: string
  /** The version that the person has seen; null when they do not say. */
  seen: string | null
}

/** The course, locked, as the person has seen it. */
const lockSeenCourse = async ({ req, courseId, seen }: Options) => {
  await findEditableCourse({ req, courseId })
  await lockCourse({ req, courseId })
  const { updatedAt } = await findEditableCourse({ req, courseId })
  requireVersion(seen, versionOf(Date.parse(updatedAt)))
}

/**
 * Changes what an author writes of a course; what is left out stays.
 * @throws {AppError} courseNotFound (404), versionChanged (412)
 */
export const updateCourse = async (options: Options & { change: CourseChange }): Promise<void> => {
  const { req, courseId, change } = options
  await inTransaction(req, async () => {
    await lockSeenCourse(options)
    await req.payload.update({
      collection: slugs.courses,
      id: courseId,
      data: change as never,
      ...{ overrideAccess: false, user: req.user, depth: 0, req },
    })
  })
}

/**
 * Deletes a course that nobody learns in and that has no bot, with its steps and releases.
 * @throws {AppError} courseNotFound (404), courseHasLearners, courseKeepsBot (409), versionChanged (412)
 */
export const deleteCourse = async (options: Options): Promise<void> => {
  const { req, courseId } = options
  await inTransaction(req, async () => {
    await lockSeenCourse(options)
    await req.payload.delete({
      collection: slugs.courses,
      id: courseId,
      ...{ overrideAccess: false, user: req.user, depth: 0, req },
    })
  })
}
