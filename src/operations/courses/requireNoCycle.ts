import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import { conditionsIn } from '../../lesson/engine/rules/conditionsIn.ts'
import { findRuleCycle } from '../../lesson/engine/rules/findRuleCycle.ts'
import { readRule } from '../../lesson/engine/rules/readRule.ts'
import { previousStepId, type UnlockRule } from '../../lesson/engine/rules/rule.ts'
import { transactionOf } from '../transactionOf.ts'
import { lockCourse } from './lockCourse.ts'
import { stepOrderField } from './stepOrderField.ts'

type Row = { id: string; title: string; isRequired: boolean | null; unlock: unknown; isTrashed: boolean }
type Changed = { id: string; title: string; isRequired: boolean; unlock: UnlockRule | null }

const stepsNamed = (rule: UnlockRule | null): string[] =>
  (rule === null ? [] : conditionsIn(rule)).flatMap((condition) =>
    'step' in condition && condition.step !== previousStepId ? [condition.step] : [],
  )

/**
 * Refuses a step as it is about to be saved when it would wait for itself in the end, or names steps that are none of its
 * course. Holds the course, so that two people cannot close a circle from both of its ends.
 *
 * @param step a new one stands at the end
 * @throws {AppError} unlockCycle (422) naming the steps of the circle; unlockStepUnknown (422)
 */
export const requireNoCycle = async (options: {
  req: PayloadRequest
  courseId: string
  step: Changed
}): Promise<void> => {
  const { req, courseId, step } = options
  await lockCourse({ req, courseId })
  const db = await transactionOf(req)
  const { rows } = await db.execute<Row>(sql`
    SELECT id, title, is_required AS "isRequired", unlock_conditions AS unlock, deleted_at IS NOT NULL AS "isTrashed"
    FROM steps WHERE course_id = ${courseId}::uuid
    ORDER BY ${sql.identifier(stepOrderField)} COLLATE "C", id`)
  const known = new Set([...rows.map(({ id }) => id), step.id])
  if (stepsNamed(step.unlock).some((id) => !known.has(id)))
    throw new AppError({ code: 'unlockStepUnknown', status: 422, details: { path: 'unlockConditions' } })

  const others = rows.filter(({ id, isTrashed }) => !isTrashed || id === step.id)
  const course = others.map((row): Changed =>
    row.id === step.id ? step : { ...row, isRequired: row.isRequired ?? true, unlock: readRule(row.unlock) },
  )
  if (!others.some(({ id }) => id === step.id)) course.push(step)
  const ordered = course.map(({ id, isRequired, unlock }) => ({
    ...{ id, isRequired },
    ...(unlock === null ? {} : { unlock }),
  }))
  const cycle = findRuleCycle(ordered, step.id)
  if (cycle === null) return
  const titleOf = (id: string) => course.find((one) => one.id === id)?.title ?? ''
  const steps = [...cycle, step.id].map((id) => `“${titleOf(id)}”`).join(' → ')
  throw new AppError({ code: 'unlockCycle', status: 422, details: { path: 'unlockConditions', steps } })
}
