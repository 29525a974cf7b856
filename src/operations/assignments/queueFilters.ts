import { z } from 'zod'

import { keptText } from '../../contracts/keptText.ts'

import { submissionStatuses } from '../../contracts/submission.ts'

/** What an address says beside the path; left out: whatever it is. */
export const queueFiltersSchema = z.object({
  course: z.uuid().optional(),
  step: z.uuid().optional(),
  status: z.enum(submissionStatuses).optional(),
  isLate: z.stringbool().optional(),
  claimed: z.enum(['mine', 'others', 'free']).optional(),
  /** A part of the learner's name. */
  learner: z.string().transform(keptText).pipe(z.string().trim().min(1).max(100)).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export type QueueFilters = z.infer<typeof queueFiltersSchema>
