import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { generateNKeysBetween } from 'payload/shared'

import { stepOrderField } from '../courses/stepOrderField.ts'
import { transactionOf } from '../transactionOf.ts'

/**
 * Puts imported steps into their order. A step that somebody added by hand stays behind the one that it followed.
 * The course is locked by then.
 */
export const placeSteps = async (options: {
  req: PayloadRequest
  courseId: string
  imported: readonly string[]
}): Promise<void> => {
  const { req, courseId, imported } = options
  const db = await transactionOf(req)
  const column = sql.identifier(stepOrderField)
  const { rows } = await db.execute<{ id: string }>(
    sql`SELECT id FROM steps WHERE course_id = ${courseId}::uuid AND deleted_at IS NULL ORDER BY ${column} COLLATE "C", id`,
  )
  const present = rows.map(({ id }) => id)
  const isImported = new Set(imported)
  const followers = new Map<string | null, string[]>()
  let last: string | null = null
  for (const id of present) {
    if (isImported.has(id)) last = id
    else followers.set(last, [...(followers.get(last) ?? []), id])
  }
  const wished = [
    ...(followers.get(null) ?? []),
    ...imported.flatMap((id) => [id, ...(followers.get(id) ?? [])]),
  ]
  if (wished.join() === present.join()) return
  const places = generateNKeysBetween(null, null, wished.length)
  await db.execute(sql`
    UPDATE steps s SET ${column} = k.place
    FROM jsonb_to_recordset(${JSON.stringify(wished.map((id, index) => ({ id, place: places[index] })))}::jsonb)
      AS k(id uuid, place text)
    WHERE s.id = k.id`)
}
