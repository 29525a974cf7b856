import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { noStep } from '../../lesson/engine/drip/noStep.ts'
import { transactionOf } from '../transactionOf.ts'

/**
 * What waits for all learners of a course is reckoned anew, since its schedule has changed: a timer of each comes due now, and
 * finds out what is released, and what is to be waited for. In the caller's transaction.
 */
export const replanCourse = async (req: PayloadRequest, courseId: string): Promise<void> => {
  const db = await transactionOf(req)
  await db.execute(sql`
    INSERT INTO timers (enrollment_id, course, kind, step, attempt, due_at, tries)
    SELECT id, course_id::text, 'drip', ${noStep}, 0, ${nowIso()}::timestamptz, 0
    FROM enrollments WHERE course_id = ${courseId}::uuid AND status <> 'invited' ORDER BY id
    ON CONFLICT (enrollment_id, kind, step, attempt) DO UPDATE SET due_at = excluded.due_at, tries = 0`)
}
