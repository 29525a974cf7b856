import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Step } from '../../payload-types.ts'
import { findEditableCourse } from '../courses/findEditableCourse.ts'
import { stepOrderField } from '../courses/stepOrderField.ts'
import { idOf } from '../idOf.ts'
import { isUuid } from '../isUuid.ts'
import { transactionOf } from '../transactionOf.ts'

/**
 * A step of a course that the person may edit, locked until the request's transaction ends, if it is in one.
 * @throws {AppError} courseNotFound, stepNotFound (404)
 */
export const findEditableStep = async (options: {
  req: PayloadRequest
  courseId: string
  stepId: string
  isTrashed?: boolean
}): Promise<Step> => {
  const { req, courseId, stepId, isTrashed = false } = options
  await findEditableCourse({ req, courseId })
  const db = await transactionOf(req)
  if (isUuid(stepId) && req.transactionID)
    await db.execute(sql`SELECT 1 FROM steps WHERE id = ${stepId}::uuid FOR NO KEY UPDATE`)
  const step = isUuid(stepId)
    ? ((await req.payload.findByID({
        collection: slugs.steps,
        id: stepId,
        trash: true,
        disableErrors: true,
        ...{ depth: 0, req },
      })) as Step | null)
    : null
  if (step === null || idOf(step.course) !== courseId || Boolean(step.deletedAt) !== isTrashed)
    throw new AppError({ code: 'stepNotFound', status: 404 })
  return step
}

/** All steps of a course that has been found with the person's rights, in their order. */
export const findEditableSteps = async (req: PayloadRequest, courseId: string): Promise<Step[]> => {
  const { docs } = await req.payload.find({
    collection: slugs.steps,
    where: { course: { equals: courseId } },
    sort: [stepOrderField, 'id'],
    pagination: false,
    limit: 0,
    ...{ depth: 0, req },
  })
  return docs as Step[]
}
