import { z } from 'zod'

import { momentSchema } from '../../lesson/time/momentSchema.ts'
import { answerKinds } from '../submission.ts'

const days = z.int().min(1).max(365).nullable()

/** What a step asks learners to hand in, as its authors have it. The step’s content is the task. */
export const assignmentTaskSchema = z
  .strictObject({
    requirements: z.string().max(2000).nullable().describe('One a line'),
    accepts: z.array(z.enum(answerKinds)).max(answerKinds.length),
    maxFiles: z.int().min(1).max(20).nullable(),
    maxFileMegabytes: z.int().min(1).max(20).nullable(),
    extensions: z.string().max(200).nullable().describe('Endings of names, such as: pdf, docx. Empty: any'),
    dueAt: momentSchema.nullable(),
    dueAfterDays: days,
    cutOffAt: momentSchema.nullable(),
    cutOffAfterDays: days,
    maxAttempts: z.int().min(0).max(100).nullable().describe('0: as many as it takes'),
    isBlockingWhilePending: z.boolean(),
    grading: z.enum(['passFail', 'points']),
    maxPoints: z.int().min(1).max(1000).nullable(),
    passPoints: z.int().min(0).max(1000).nullable(),
    autoApprove: z.enum(['never', 'atOnce', 'afterDays']),
    autoApproveDays: z.int().min(1).max(90).nullable(),
    rubric: z.string().max(5000).nullable().describe('For reviewers; learners never see it'),
  })
  .partial()
  .meta({ id: 'AssignmentTask' })

export type AssignmentTask = z.infer<typeof assignmentTaskSchema>
