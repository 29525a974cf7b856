import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'
import { stepOrderField } from './stepOrderField.ts'

/** Ids of a course's steps in their order, without trashed ones. */
export const findStepIds = async (req: PayloadRequest, courseId: string): Promise<string[]> => {
  const db = await transactionOf(req)
  const { rows } = await db.execute<{ id: string }>(sql`
    SELECT id FROM steps WHERE course_id = ${courseId}::uuid AND deleted_at IS NULL
    ORDER BY ${sql.identifier(stepOrderField)} COLLATE "C", id`)
  return rows.map(({ id }) => id)
}
