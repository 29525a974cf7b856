import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'

/**
 * Holds the course's row until the request's transaction ends: whatever counts or orders waits
 * its turn. Learners do not: rows that only refer to the course are not held up (NO KEY).
 */
export const lockCourse = async ({
  req,
  courseId,
}: {
  req: PayloadRequest
  courseId: string
}): Promise<void> => {
  const db = await transactionOf(req)
  await db.execute(sql`SELECT 1 FROM courses WHERE id = ${courseId}::uuid FOR NO KEY UPDATE`)
}
