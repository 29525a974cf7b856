import { z } from 'zod'

import { keptText } from '../keptText.ts'
import { fileKinds } from '../lessonEvent.ts'
import { bulkDecisionSchema, decisionSchema, reviewVerdicts } from '../review.ts'
import { filesStates, submissionFileStates, submissionItemSchema, submissionStatuses } from '../submission.ts'
import { pagedShape, pagingShape } from './paging.ts'

const statusSchema = z.enum(submissionStatuses)
const isTrue = z.enum(['true', 'false']).transform((value) => value === 'true')

/** `GET /users/assignments` */
export const ownAssignmentsQuerySchema = z.strictObject({
  ...pagingShape,
  courseId: z.uuid().optional(),
  stepId: z.uuid().optional(),
  status: statusSchema.optional(),
})

/** `GET /assignments` */
export const assignmentsQuerySchema = ownAssignmentsQuerySchema.extend({
  isLate: isTrue.optional(),
  claimed: z.enum(['mine', 'others', 'free']).optional().describe('Who looks at it now'),
  learner: z
    .string()
    .transform(keptText)
    .pipe(z.string().trim().min(1).max(100))
    .optional()
    .describe('A part of the learner’s name'),
})

const submittedFileSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(fileKinds),
    state: z
      .enum(submissionFileStates)
      .describe('waiting: it is being fetched from Telegram; gone, refused: it will never come'),
    name: z.string(),
    mimeType: z.string(),
    bytes: z.number().nullable(),
    duration: z.number().nullable().describe('Seconds'),
    url: z.url().nullable().describe('Where it can be loaded, for an hour or more'),
  })
  .meta({ id: 'SubmittedFile' })

const attemptShape = {
  id: z.uuid(),
  attempt: z.number().describe('Its number among the learner’s answers to the step'),
  status: statusSchema,
  isLate: z.boolean(),
  submittedAt: z.iso.datetime(),
  items: z
    .array(submissionItemSchema.extend({ file: submittedFileSchema.nullable() }))
    .describe('Its messages, in the order in which they were sent'),
  teacherComment: z.string().nullable(),
  feedbackVoice: submittedFileSchema.nullable().describe('What the reviewer said'),
  score: z.number().nullable().describe('Points'),
  maxScore: z.number().nullable().describe('null: it is passed or not, without points'),
  reviewedAt: z.iso.datetime().nullable(),
}
const placeShape = {
  courseId: z.uuid(),
  courseTitle: z.string(),
  stepId: z.uuid(),
  stepTitle: z.string().describe('As it was called when this was handed in'),
}

/** A learner's own. */
const ownAssignmentSchema = z.object({ ...attemptShape, ...placeShape }).meta({ id: 'OwnAssignment' })

export const ownAssignmentsSchema = z
  .object({ assignments: z.array(ownAssignmentSchema), ...pagedShape })
  .meta({ id: 'OwnAssignments' })

const reviewedBy = z
  .string()
  .nullable()
  .describe('How the reviewer is called; null with a decision: the step’s own setting decided')

const queuedAssignmentSchema = z
  .object({
    ...placeShape,
    id: attemptShape.id,
    learnerName: z.string(),
    attempt: attemptShape.attempt,
    status: statusSchema,
    isLate: z.boolean(),
    submittedAt: z.iso.datetime(),
    excerpt: z.string().describe('The beginning of what was written'),
    kinds: z.array(submissionItemSchema.shape.kind),
    score: attemptShape.score,
    maxScore: attemptShape.maxScore,
    claim: z.object({ name: z.string(), isMine: z.boolean() }).nullable().describe('Who looks at it now'),
    reviewedBy,
  })
  .meta({ id: 'QueuedAssignment' })

export const assignmentQueueSchema = z
  .object({ assignments: z.array(queuedAssignmentSchema), ...pagedShape })
  .meta({ id: 'AssignmentQueue' })

const reviewedAttemptSchema = z
  .object({
    ...attemptShape,
    reviewedBy,
    history: z.array(
      z.object({
        at: z.iso.datetime(),
        action: z.enum(['claimed', 'released', ...reviewVerdicts]),
        name: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ReviewedAttempt' })

/** `GET /assignments/{assignmentId}` */
export const assignmentReviewSchema = reviewedAttemptSchema
  .extend({
    ...placeShape,
    learnerName: z.string(),
    filesState: z.enum(filesStates).describe('Whether all files have come'),
    claim: z
      .object({ name: z.string(), isMine: z.boolean(), until: z.iso.datetime() })
      .nullable()
      .describe('Who looks at it now, and until when nobody else can decide'),
    requirements: z.array(z.string()),
    rubric: z.string().nullable().describe('What reviewers go by; learners never see it'),
    passPoints: z.number().nullable(),
    others: z
      .array(reviewedAttemptSchema)
      .describe('The learner’s other answers to this step, the last first'),
  })
  .meta({ id: 'AssignmentReview' })

const { comment, score } = decisionSchema.shape
const status = z.enum(reviewVerdicts)

/** `POST /assignments/{assignmentId}/decide` */
export const assignmentDecisionSchema = z
  .strictObject({
    status,
    comment: comment.describe('Needed to reject'),
    score: score.describe('Needed to approve what is graded with points'),
  })
  .meta({ id: 'AssignmentDecision' })

/** `POST /assignments/decide` */
export const assignmentDecisionsSchema = z
  .strictObject({
    ids: bulkDecisionSchema.shape.ids,
    status,
    comment,
    isFullScore: bulkDecisionSchema.shape.isFullScore.describe('What is graded with points gets all of them'),
  })
  .meta({ id: 'AssignmentDecisions' })

export const decidedAssignmentsSchema = z
  .object({
    assignments: z.array(
      z.discriminatedUnion('status', [
        z.object({ id: z.uuid(), status: z.literal('done') }),
        z.object({ id: z.uuid(), status: z.literal('refused'), code: z.string(), message: z.string() }),
      ]),
    ),
  })
  .meta({ id: 'DecidedAssignments' })

export type OwnAssignmentsQuery = z.output<typeof ownAssignmentsQuerySchema>
export type OwnAssignments = z.infer<typeof ownAssignmentsSchema>
export type AssignmentQueue = z.infer<typeof assignmentQueueSchema>
export type AssignmentReview = z.infer<typeof assignmentReviewSchema>
