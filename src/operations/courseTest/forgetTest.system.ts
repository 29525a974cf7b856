import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { newTesterState } from '../applyActions/newTesterState.ts'
import { transactionOf } from '../transactionOf.ts'
import { forgetPreviews } from './forgetPreviews.system.ts'

/** What was done in a test that is over is set aside; who tests the course next time begins anew. */
export const forgetTest = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req, courseId } = options
  const db = await transactionOf(req)
  await db.execute(sql`SELECT 1 FROM testers WHERE course_id = ${courseId}::uuid ORDER BY id FOR UPDATE`)
  await db.execute(sql`
    UPDATE testers SET state = ${JSON.stringify(newTesterState())}::jsonb, updates = '[]'::jsonb, last_action_at = NULL
    WHERE course_id = ${courseId}::uuid`)
  await forgetPreviews({ req, courseId })
}
