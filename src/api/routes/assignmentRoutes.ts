import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  assignmentDecisionSchema,
  assignmentDecisionsSchema,
  assignmentQueueSchema,
  assignmentReviewSchema,
  assignmentsQuerySchema,
  decidedAssignmentsSchema,
  ownAssignmentsQuerySchema,
  ownAssignmentsSchema,
} from '../../contracts/api/assignments.ts'
import { claimSubmission } from '../../operations/assignments/claimSubmission.system.ts'
import { decideMany } from '../../operations/assignments/decideMany.ts'
import { decideSubmission } from '../../operations/assignments/decideSubmission.system.ts'
import { describeSubmission } from '../../operations/assignments/describeSubmission.ts'
import { giveBackSubmission } from '../../operations/assignments/giveBackSubmission.system.ts'
import { findQueuePage } from '../../operations/assignments/listQueue.ts'
import { reviewing } from '../../operations/assignments/reviewing.ts'
import { listOwnAssignments } from '../../operations/learning/listOwnAssignments.ts'
import { createShortLink } from '../../operations/media/mediaLink.ts'
import { apiRoute } from '../apiRoute.ts'
import { presentQueue, presentReview } from '../presentReview.ts'

const tag = 'Assignments' as const
const params = z.object({ assignmentId: z.uuid() })
const gone = 'There is no such answer, or it is not the caller’s to review'
const taken = 'It is decided, or another reviewer looks at it: `details` says who'

const reviewOf = async (req: PayloadRequest, assignmentId: string) =>
  presentReview(await describeSubmission(req, assignmentId, createShortLink))

export const assignmentRoutes = [
  apiRoute({
    method: 'get',
    path: '/users/assignments',
    operationId: 'listOwnAssignments',
    tag,
    summary: 'What you have handed in, and what became of it',
    description: 'The last one is first.',
    access: 'session',
    query: ownAssignmentsQuerySchema,
    answer: ownAssignmentsSchema,
    handle: ({ payload, caller, query }) => listOwnAssignments(payload.db.pool, caller, query),
  }),
  apiRoute({
    method: 'get',
    path: '/assignments',
    operationId: 'listAssignments',
    tag,
    summary: 'What learners have handed in and you may review',
    description: 'With `status=pending` what waited longest is first, otherwise what was decided last.',
    access: 'account',
    query: assignmentsQuerySchema,
    answer: assignmentQueueSchema,
    handle: async ({ act, query: { courseId, stepId, ...filters } }) =>
      presentQueue(
        await findQueuePage(await act(), { ...filters, course: courseId, step: stepId }),
        filters.limit,
      ),
  }),
  apiRoute({
    method: 'post',
    path: '/assignments/decide',
    operationId: 'decideAssignments',
    tag,
    summary: 'Decide many alike, each by itself',
    access: 'account',
    body: assignmentDecisionsSchema,
    answer: decidedAssignmentsSchema,
    isRepeatable: true,
    handle: async ({ act, body: { status: verdict, ...decision } }) => ({
      assignments: (await decideMany(await act(), { verdict, ...decision })).rows,
    }),
  }),
  apiRoute({
    method: 'get',
    path: '/assignments/{assignmentId}',
    operationId: 'getAssignment',
    tag,
    summary: 'What a learner has handed in, with all that a review needs',
    access: 'account',
    params,
    answer: assignmentReviewSchema,
    refusals: { 404: gone },
    handle: async ({ act, params: { assignmentId } }) => reviewOf(await act(), assignmentId),
  }),
  apiRoute({
    method: 'post',
    path: '/assignments/{assignmentId}/claim',
    operationId: 'claimAssignment',
    tag,
    summary: 'Hold it for ten minutes: nobody else can decide meanwhile',
    access: 'account',
    params,
    answer: assignmentReviewSchema,
    isRepeatable: true,
    refusals: { 404: gone, 409: taken },
    mayStill: async ({ act, params: { assignmentId } }) => describeSubmission(await act(), assignmentId),
    handle: async ({ act, params: { assignmentId: submissionId } }) => {
      const req = await act()
      await reviewing(req, (client, about) => claimSubmission(client, { submissionId, ...about }))
      return reviewOf(req, submissionId)
    },
  }),
  apiRoute({
    method: 'post',
    path: '/assignments/{assignmentId}/release',
    operationId: 'releaseAssignment',
    tag,
    summary: 'Let others have it again',
    description: 'Whoever does not hold it changes nothing.',
    access: 'account',
    params,
    answer: assignmentReviewSchema,
    isRepeatable: true,
    refusals: { 404: gone },
    mayStill: async ({ act, params: { assignmentId } }) => describeSubmission(await act(), assignmentId),
    handle: async ({ act, params: { assignmentId: submissionId } }) => {
      const req = await act()
      await reviewing(req, (client, about) => giveBackSubmission(client, { submissionId, ...about }))
      return reviewOf(req, submissionId)
    },
  }),
  apiRoute({
    method: 'post',
    path: '/assignments/{assignmentId}/decide',
    operationId: 'decideAssignment',
    tag,
    summary: 'Approve or reject it, once and for all',
    description: 'The learner is told at once, with the comment, and their course goes on.',
    access: 'account',
    params,
    body: assignmentDecisionSchema,
    answer: assignmentReviewSchema,
    isRepeatable: true,
    refusals: { 404: gone, 409: taken },
    mayStill: async ({ act, params: { assignmentId } }) => describeSubmission(await act(), assignmentId),
    handle: async ({ act, params: { assignmentId: submissionId }, body: { status: verdict, ...body } }) => {
      const req = await act()
      const decision = { verdict, ...body, voice: null }
      await reviewing(req, (client, about) => decideSubmission(client, { submissionId, decision, ...about }))
      return reviewOf(req, submissionId)
    },
  }),
]
