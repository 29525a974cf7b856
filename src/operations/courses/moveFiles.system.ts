import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { Course } from '../../payload-types.ts'
import { stepMedia } from '../../releases/stepMedia.ts'
import { idOf } from '../idOf.ts'
import { isUuid } from '../isUuid.ts'
import { transactionOf } from '../transactionOf.ts'
import { readWorkingCopy } from './readWorkingCopy.ts'

/**
 * Gives the files of a course to its next creator, so that they can be seen and replaced there. What another course of
 * the old creator shows as well stays with them; learners see it either way (collectMedia).
 */
export const moveFiles = async (options: {
  req: PayloadRequest
  course: Course
  creatorId: string
}): Promise<void> => {
  const { req, course, creatorId } = options
  const oldId = idOf(course.creator)
  const { steps, profile } = await readWorkingCopy({ req, course })
  const ids = [...new Set([...steps.flatMap(stepMedia), profile?.pictureId ?? ''])].filter(isUuid)
  if (ids.length === 0 || oldId === null) return
  const db = await transactionOf(req)
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  await db.execute(sql`
    UPDATE media m SET creator_id = ${creatorId}::uuid
    WHERE m.id IN (${list}) AND m.creator_id = ${oldId}::uuid AND NOT EXISTS (
      SELECT 1 FROM courses c LEFT JOIN steps s ON s.course_id = c.id
      WHERE c.id <> ${course.id}::uuid AND c.creator_id = ${oldId}::uuid
        AND (c.thumbnail_id = m.id OR to_jsonb(s)::text LIKE '%' || m.id::text || '%'))`)
}
