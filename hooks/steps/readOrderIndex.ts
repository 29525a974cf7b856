import { sql } from '@payloadcms/db-postgres'
import type { FieldHook } from 'payload'

import { stepOrderField } from '../../src/operations/courses/stepOrderField.ts'
import { idOf } from '../../src/operations/idOf.ts'
import { transactionOf } from '../../src/operations/transactionOf.ts'
import type { Step } from '../../src/payload-types.ts'

type Positions = Map<string, number>

/** The 1-based position among the course's steps; one query per course and request. */
export const readOrderIndex: FieldHook<Step> = async ({ data, originalDoc, req, context }) => {
  const step = (originalDoc ?? data) as Partial<Step> | undefined
  const courseId = idOf(step?.course)
  if (!step?.id || courseId === null) return undefined
  const known = (context.stepPositions ??= new Map()) as Map<string, Promise<Positions>>
  const load = async (): Promise<Positions> => {
    const db = await transactionOf(req)
    const { rows } = await db.execute<{ id: string }>(sql`
      SELECT id FROM steps WHERE course_id = ${courseId}::uuid AND deleted_at IS NULL
      ORDER BY ${sql.identifier(stepOrderField)} COLLATE "C", id`)
    return new Map(rows.map(({ id }, index) => [id, index + 1]))
  }
  let positions = known.get(courseId)
  if (positions === undefined) known.set(courseId, (positions = load()))
  return (await positions).get(step.id)
}
