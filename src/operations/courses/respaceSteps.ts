import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'
import { lockCourse } from './lockCourse.ts'
import { setStepPlaces } from './setStepPlaces.ts'
import { stepOrderField } from './stepOrderField.ts'

/** Gives the course's steps new places in their present order (ties by id) if two have the same one. */
export const respaceSteps = async ({
  req,
  courseId,
}: {
  req: PayloadRequest
  courseId: string
}): Promise<void> => {
  const db = await transactionOf(req)
  const column = sql.identifier(stepOrderField)
  const readPlaces = async () => {
    const { rows } = await db.execute<{ id: string; place: string | null }>(
      sql`SELECT id, ${column} AS place FROM steps WHERE course_id = ${courseId}::uuid ORDER BY ${column} COLLATE "C", id`,
    )
    return rows
  }
  const isDistinct = (rows: { place: string | null }[]) =>
    rows.every(({ place }) => place !== null) && new Set(rows.map(({ place }) => place)).size === rows.length

  if (isDistinct(await readPlaces())) return
  await lockCourse({ req, courseId })
  const rows = await readPlaces()
  if (isDistinct(rows)) return
  await setStepPlaces(
    req,
    rows.map(({ id }) => id),
  )
}
