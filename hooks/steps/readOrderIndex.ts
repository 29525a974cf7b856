import type { FieldHook } from 'payload'

import { findStepIds } from '../../src/operations/courses/findStepIds.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { Step } from '../../src/payload-types.ts'

type Positions = Map<string, number>

/** The 1-based position among the course's steps; one query per course and request. */
export const readOrderIndex: FieldHook<Step> = async ({ data, originalDoc, req, context }) => {
  const step = (originalDoc ?? data) as Partial<Step> | undefined
  const courseId = idOf(step?.course)
  if (!step?.id || courseId === null) return undefined
  const known = (context.stepPositions ??= new Map()) as Map<string, Promise<Positions>>
  const load = async (): Promise<Positions> =>
    new Map((await findStepIds(req, courseId)).map((id, index) => [id, index + 1]))
  let positions = known.get(courseId)
  if (positions === undefined) known.set(courseId, (positions = load()))
  return (await positions).get(step.id)
}
