import type { PayloadRequest } from 'payload'

import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { closeTest } from './closeTest.system.ts'

/**
 * The course's test is over; its testers stay known for the next one. One that is not open stays so.
 * @throws {AppError} courseNotFound (404)
 */
export const endTest = async (options: { req: PayloadRequest; courseId: string }): Promise<void> =>
  inTransaction(options.req, async () => {
    await findOwnCourse(options)
    await lockCourse(options)
    await closeTest(options)
  })
