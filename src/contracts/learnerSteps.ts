import { z } from 'zod'

import type { StepLock } from './stepLock.ts'

/** `POST /api/enrollments/:id/override`; `opensAt` null: as rules and schedule say. */
export const overrideSchema = z.strictObject({
  stepId: z.uuid(),
  opensAt: z.union([
    z.literal('now'),
    // Of years that calendars can reckon with.
    z.iso.datetime().refine((iso) => /^2\d{3}-/.test(iso)),
    z.null(),
  ]),
})
export type OverrideRequest = z.infer<typeof overrideSchema>

/** A step of the current release as a learner has it. */
export type LearnerStepState = {
  id: string
  title: string
  section: string | null
  mark: 'done' | 'open' | 'locked' | 'hidden'
  /** What locks it, if it is not the course's order alone. */
  lock: StepLock | null
  /** ISO; what a teacher has set for this learner. */
  override: string | null
}

/** `GET /api/enrollments/:id/steps` */
export type LearnerSteps = {
  /** Whether the course has been begun; before that there is nothing to set. */
  hasBegun: boolean
  /** IANA name of the zone in which the learner reads times. */
  timeZone: string
  steps: LearnerStepState[]
}
