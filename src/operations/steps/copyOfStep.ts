import type { Step } from '../../payload-types.ts'

/** A step's own marks: a copy gets others. */
const own = [
  'id',
  'course',
  'orderIndex',
  '_steps_steps_order',
  'importKey',
  'importHash',
  'createdAt',
  'updatedAt',
  'deletedAt',
] as const satisfies (keyof Step)[]

/** What a copy of a step says. */
export const copyOfStep = (step: Step): Partial<Step> => {
  const copy: Partial<Step> = { ...step }
  for (const field of own) delete copy[field]
  return copy
}
