import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { Course } from '../../payload-types.ts'
import { stepMedia } from '../../releases/stepMedia.ts'
import { isUuid } from '../isUuid.ts'
import { transactionOf } from '../transactionOf.ts'
import { readWorkingCopy } from './readWorkingCopy.ts'

/**
 * Gives the files of a course that are one person's to another, so that they can be seen and replaced there when the
 * first one has left. What another course of theirs shows as well stays with them; learners see it either way
 * (collectMedia).
 */
export const moveFiles = async (options: {
  req: PayloadRequest
  course: Course
  from: string | null
  to: string
}): Promise<void> => {
  const { req, course, from, to } = options
  const { steps, profile } = await readWorkingCopy({ req, course })
  const ids = [...new Set([...steps.flatMap(stepMedia), profile?.pictureId ?? ''])].filter(isUuid)
  if (ids.length === 0 || from === null) return
  const db = await transactionOf(req)
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  await db.execute(sql`
    UPDATE media m SET creator_id = ${to}::uuid
    WHERE m.id IN (${list}) AND m.creator_id = ${from}::uuid AND NOT EXISTS (
      SELECT 1 FROM courses c LEFT JOIN steps s ON s.course_id = c.id
      WHERE c.id <> ${course.id}::uuid AND c.creator_id = ${from}::uuid
        AND (c.thumbnail_id = m.id OR to_jsonb(s)::text LIKE '%' || m.id::text || '%'))`)
}
