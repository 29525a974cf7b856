import type { Payload, PayloadRequest } from 'payload'

import type { ApiCourse } from '../../contracts/api/courses.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Caller } from '../identities/findCaller.system.ts'
import { isUuid } from '../isUuid.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { transactionOf } from '../transactionOf.ts'
import { findCourse, type CourseRow } from './findCourse.system.ts'
import { toApiCourse } from './toApiCourse.ts'

/** How much of a course somebody sees: its authors the working copy, its learners and anybody what is published. */
const viewOf = ({ isEditor, isLearner }: CourseRow): ApiCourse['view'] => {
  if (isEditor) return 'editor'
  return isLearner ? 'learner' : 'outline'
}

/** Who asks, about this course: at a course’s bot somebody is a student of that one, and a stranger to all others. */
const askerOf = (caller: Caller | null, courseId: string): string | null =>
  caller === null || (caller.courseId !== null && caller.courseId !== courseId) ? null : caller.account.id

/**
 * A course that somebody may see, with the release that is current.
 * @throws {AppError} notFound (404), also for what is not published, or not listed, when it is somebody else's
 */
export const findVisibleCourse = async (options: {
  payload: Payload
  caller: Caller | null
  courseId: string
  db?: Awaited<ReturnType<typeof transactionOf>>
}) => {
  const { payload, caller, courseId, db } = options
  const userId = askerOf(caller, courseId)
  const row = isUuid(courseId) ? await findCourse(payload.db.pool, { courseId, userId }, db) : null
  if (row === null) throw new AppError({ code: 'notFound', status: 404 })
  const isEditor = row.isEditor && caller?.courseId === null
  const release =
    row.releaseId === null ? null : ((await loadRelease(payload.db.pool, row.releaseId)) ?? null)
  const isSeen = row.isShown || (row.isTaught && row.isLearner)
  if (!isEditor && (!isSeen || release === null)) throw new AppError({ code: 'notFound', status: 404 })
  return { row: { ...row, isEditor }, release }
}

/**
 * A course as somebody may see it.
 * @param options.req of a change that has just been made, which may not be committed yet
 * @throws {AppError} notFound (404)
 */
export const describeCourse = async (options: {
  payload: Payload
  caller: Caller | null
  courseId: string
  req?: PayloadRequest
}): Promise<ApiCourse> => {
  const { req, ...asked } = options
  const { row, release } = await findVisibleCourse({ ...asked, ...(req && { db: await transactionOf(req) }) })
  return toApiCourse(row, { view: viewOf(row), release })
}
