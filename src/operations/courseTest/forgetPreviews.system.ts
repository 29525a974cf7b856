import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'

/**
 * Deletes the releases that were made for a course's test, but the one that is tested and those in which a tester still
 * stands, or from which one is still to be sent something. The course is locked by the caller.
 */
export const forgetPreviews = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req, courseId } = options
  const db = await transactionOf(req)
  // Who acts just now goes on to another release, or stays: that has to be known first.
  await db.execute(sql`SELECT 1 FROM testers WHERE course_id = ${courseId}::uuid ORDER BY id FOR UPDATE`)
  await db.execute(sql`
    DELETE FROM releases r WHERE r.course_id = ${courseId}::uuid AND r.is_preview
      AND NOT EXISTS (SELECT 1 FROM bots b WHERE b.preview_release_id = r.id)
      AND NOT EXISTS (SELECT 1 FROM testers t WHERE t.course_id = r.course_id
                      AND strpos(concat(t.state, t.updates), r.id::text) > 0)`)
}
