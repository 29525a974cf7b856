import { z } from 'zod'

import {
  courseChangeSchema,
  courseSchema,
  newCourseSchema,
  ownCoursesSchema,
  publishedSchema,
  publishingSchema,
  releaseDifferenceSchema,
  releasesSchema,
} from '../../contracts/api/courses.ts'
import { pagingShape } from '../../contracts/api/paging.ts'
import { queryNumber } from '../../contracts/api/queryNumber.ts'
import { describeCourseBot } from '../../operations/bots/describeCourseBot.ts'
import { createCourse } from '../../operations/courses/createCourse.ts'
import { describeCourse } from '../../operations/courses/describeCourse.ts'
import { describePublishing } from '../../operations/courses/describePublishing.ts'
import { duplicateCourse } from '../../operations/courses/duplicateCourse.ts'
import { findEditableCourse } from '../../operations/courses/findEditableCourse.ts'
import { findOwnCourses } from '../../operations/courses/findCourse.system.ts'
import { compareReleases, listReleases } from '../../operations/courses/listReleases.ts'
import { publishCourse } from '../../operations/courses/publishCourse.ts'
import { setCourseArchived } from '../../operations/courses/setCourseArchived.ts'
import { toApiCourse } from '../../operations/courses/toApiCourse.ts'
import { unpublishCourse } from '../../operations/courses/unpublishCourse.ts'
import { deleteCourse, updateCourse } from '../../operations/courses/updateCourse.ts'
import { forgetCaller } from '../../operations/identities/findCaller.system.ts'
import { readPublishedCourse } from '../../operations/published/readPublished.system.ts'
import { apiRoute } from '../apiRoute.ts'
import { readyPublished } from '../readyPublished.ts'

const tag = 'Courses' as const
const params = z.object({ courseId: z.uuid() })
const releaseNumber = z.int().min(1).max(1_000_000)
const missing = { 404: 'There is no such course, or it is somebody else’s' }

export const courseRoutes = [
  apiRoute({
    method: 'get',
    path: '/users/courses',
    operationId: 'listOwnCourses',
    tag,
    summary: 'Courses that you write',
    access: 'account',
    query: z.strictObject(pagingShape),
    answer: ownCoursesSchema,
    handle: async ({ payload, caller, query }) => {
      const found = await findOwnCourses(payload.db.pool, { userId: caller.account.id, ...query })
      const courses = found.rows.map((row) => toApiCourse(row, { view: 'editor', release: null }))
      return { courses, total: found.total, ...query }
    },
  }),
  apiRoute({
    method: 'post',
    path: '/courses',
    operationId: 'createCourse',
    tag,
    summary: 'Make a course',
    description: 'A student who makes their first course becomes a creator.',
    access: 'account',
    body: newCourseSchema,
    answer: courseSchema,
    status: 201,
    isVersioned: true,
    refusals: { 403: 'Moderators make no courses', 404: 'Made with this Idempotency-Key, and deleted since' },
    mayStill: async ({ act }, { id }) => findEditableCourse({ req: await act(), courseId: id }),
    handle: async ({ payload, act, body, caller }) => {
      const req = await act()
      const courseId = await createCourse(req, body)
      forgetCaller(caller.sessionId)
      return describeCourse({ payload, caller, courseId, req })
    },
  }),
  apiRoute({
    method: 'get',
    path: '/courses/{courseId}',
    operationId: 'getCourse',
    tag,
    summary: 'A course',
    description: 'Authors see the working copy, everybody else what is published.',
    access: 'anybody',
    params,
    answer: courseSchema,
    isVersioned: true,
    refusals: missing,
    handle: ({ payload, caller, params: { courseId } }) =>
      caller === null
        ? readyPublished(payload.db.pool, courseId, readPublishedCourse)
        : describeCourse({ payload, caller, courseId }),
  }),
  apiRoute({
    method: 'put',
    path: '/courses/{courseId}',
    operationId: 'updateCourse',
    tag,
    summary: 'Change a course',
    description: 'What is left out stays. Learners see it when the course is published again.',
    access: 'account',
    params,
    body: courseChangeSchema,
    answer: courseSchema,
    isVersioned: true,
    refusals: missing,
    handle: async ({ payload, act, body, caller, params: { courseId }, ifMatch }) => {
      await updateCourse({ req: await act(), courseId, change: body, seen: ifMatch })
      return describeCourse({ payload, caller, courseId })
    },
  }),
  apiRoute({
    method: 'delete',
    path: '/courses/{courseId}',
    operationId: 'deleteCourse',
    tag,
    summary: 'Delete a course',
    access: 'account',
    params,
    isConditional: true,
    refusals: { ...missing, 403: 'Its creator alone may', 409: 'Somebody learns in it, or it has a bot' },
    handle: async ({ act, params: { courseId }, ifMatch }) =>
      deleteCourse({ req: await act(), courseId, seen: ifMatch }),
  }),
  apiRoute({
    method: 'post',
    path: '/courses/{courseId}/duplicate',
    operationId: 'duplicateCourse',
    tag,
    summary: 'Copy a course with its steps',
    description: 'The copy is yours, without learners, releases, bot and team.',
    access: 'account',
    params,
    answer: courseSchema,
    status: 201,
    isVersioned: true,
    refusals: missing,
    mayStill: async ({ act }, { id }) => findEditableCourse({ req: await act(), courseId: id }),
    handle: async ({ payload, act, caller, params: { courseId } }) => {
      const req = await act()
      return describeCourse({ payload, caller, courseId: await duplicateCourse(req, courseId), req })
    },
  }),
  apiRoute({
    method: 'get',
    path: '/courses/{courseId}/publishing',
    operationId: 'getPublishing',
    tag,
    summary: 'What is published, what has changed since, and what stands in the way',
    access: 'account',
    params,
    answer: publishingSchema,
    refusals: missing,
    handle: async ({ act, params: { courseId } }) => describePublishing({ req: await act(), courseId }),
  }),
  apiRoute({
    method: 'post',
    path: '/courses/{courseId}/publish',
    operationId: 'publishCourse',
    tag,
    summary: 'Publish the working copy',
    description: 'A course that has no bot is given one. What has not changed makes no new release.',
    access: 'account',
    params,
    answer: publishedSchema,
    refusals: { ...missing, 409: 'It is archived' },
    mayStill: async ({ act, params: { courseId } }) => findEditableCourse({ req: await act(), courseId }),
    handle: async ({ act, params: { courseId } }) => {
      const req = await act()
      const { id, number } = await publishCourse({ req, courseId })
      const { state, username } = await describeCourseBot({ req, courseId })
      return { release: { id, number }, botUsername: username, botState: state }
    },
  }),
  ...(
    [
      ['unpublish', 'unpublishCourse', 'Take a course from learners; what they have done stays'],
      ['archive', 'archiveCourse', 'Archive a course: it teaches nobody'],
      ['restore', 'restoreCourse', 'Bring an archived course back, unpublished'],
    ] as const
  ).map(([act, operationId, summary]) =>
    apiRoute({
      method: 'post',
      path: `/courses/{courseId}/${act}`,
      operationId,
      tag,
      summary,
      access: 'account',
      params,
      refusals: { ...missing, 403: 'Its creator alone may' },
      mayStill: async ({ act, params: { courseId } }) => findEditableCourse({ req: await act(), courseId }),
      handle: async (call) => {
        const options = { req: await call.act(), courseId: call.params.courseId }
        if (act === 'unpublish') await unpublishCourse(options)
        else await setCourseArchived({ ...options, isArchived: act === 'archive' })
      },
    }),
  ),
  apiRoute({
    method: 'get',
    path: '/courses/{courseId}/releases',
    operationId: 'listReleases',
    tag,
    summary: 'What was published, newest first',
    access: 'account',
    params,
    query: z.strictObject(pagingShape),
    answer: releasesSchema,
    refusals: missing,
    handle: async ({ act, params: { courseId }, query }) => ({
      ...(await listReleases(await act(), courseId, query)),
      ...query,
    }),
  }),
  apiRoute({
    method: 'get',
    path: '/courses/{courseId}/releases/{number}/changes',
    operationId: 'compareReleases',
    tag,
    summary: 'What a release has that another has not',
    access: 'account',
    params: params.extend({ number: queryNumber(releaseNumber) }),
    query: z.strictObject({
      since: queryNumber(releaseNumber)
        .optional()
        .describe('Number of the other one; left out: the one before'),
    }),
    answer: releaseDifferenceSchema,
    refusals: { 404: 'There is no such release' },
    handle: async ({ act, params: { courseId, number: to }, query }) => {
      const from = query.since ?? Math.max(1, to - 1)
      return { from, to, changes: await compareReleases(await act(), { courseId, from, to }) }
    },
  }),
]
