import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { closeRequest } from './closeRequest.system.ts'

/** @throws {AppError} botRequestMissing (409), courseNotFound (404) */
export const cancelBotRequest = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req, courseId } = options
  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const closed = await closeRequest({ req, courseId, state: 'cancelled' })
    if (closed === null) throw new AppError({ code: 'botRequestMissing', status: 409 })
  })
}
