import { courseDripSchema, stepDripSchema } from './dripSchema.ts'
import type { CourseDrip, StepDrip } from './schedule.ts'

/** A stored schedule of a course; null: there is none, it is off, or nobody can understand it. */
export const readCourseDrip = (stored: unknown): CourseDrip | null => {
  const drip = courseDripSchema.safeParse(stored).data
  if (!drip?.isOn) return null
  const { isOn: _isOn, ...rest } = drip
  return rest
}

/** A stored schedule of a step; null: the course's. */
export const readStepDrip = (stored: unknown): StepDrip | null =>
  stepDripSchema.safeParse(stored).data ?? null
