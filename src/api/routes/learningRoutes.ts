import { z } from 'zod'

import { enrolledSchema, learnerProgressSchema, learningListSchema } from '../../contracts/api/learning.ts'
import { pagingShape } from '../../contracts/api/paging.ts'
import { describeProgress } from '../../operations/learning/describeProgress.ts'
import { enroll } from '../../operations/learning/enroll.ts'
import { listLearning } from '../../operations/learning/listLearning.ts'
import { apiRoute } from '../apiRoute.ts'

const tag = 'Learning' as const
const params = z.object({ courseId: z.uuid() })

export const learningRoutes = [
  apiRoute({
    method: 'post',
    path: '/courses/{courseId}/enroll',
    operationId: 'enroll',
    tag,
    summary: 'Become a learner of a course',
    description:
      'Whoever is one already stays one, and is answered the same. The course is begun in its bot’s chat, at `botUrl`.',
    access: 'session',
    params,
    answer: enrolledSchema,
    isRepeatable: true,
    refusals: {
      402: 'It has to be paid for first: `details` says how much',
      404: 'There is no such course for the caller',
      409: 'No bot teaches it at present, or the account has no Telegram account to learn with',
    },
    handle: ({ payload, caller, params: { courseId } }) => enroll(payload.db.pool, caller, courseId),
  }),
  apiRoute({
    method: 'get',
    path: '/users/learning',
    operationId: 'listLearning',
    tag,
    summary: 'Your courses, and how far you are',
    description: 'The one in which you last did something is first.',
    access: 'session',
    query: z.strictObject(pagingShape),
    answer: learningListSchema,
    handle: ({ payload, caller, locale, query }) =>
      listLearning(payload.db.pool, caller, { ...query, locale }),
  }),
  apiRoute({
    method: 'get',
    path: '/courses/{courseId}/progress',
    operationId: 'getProgress',
    tag,
    summary: 'How far you are in a course, step by step',
    access: 'session',
    params,
    answer: learnerProgressSchema,
    refusals: { 404: 'The caller does not learn such a course' },
    handle: ({ payload, caller, locale, params: { courseId } }) =>
      describeProgress(payload.db.pool, caller, { courseId, locale }),
  }),
]
