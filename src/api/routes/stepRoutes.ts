import { z } from 'zod'

import {
  editorStepSchema,
  newStepSchema,
  stepChangeSchema,
  stepOrderSchema,
  stepsSchema,
} from '../../contracts/api/steps.ts'
import {
  createStep,
  duplicateStep,
  restoreStep,
  trashStep,
  updateStep,
} from '../../operations/steps/changeSteps.ts'
import { findEditableCourse } from '../../operations/courses/findEditableCourse.ts'
import { describeSteps } from '../../operations/steps/describeSteps.ts'
import { getStep } from '../../operations/steps/getStep.ts'
import { orderSteps } from '../../operations/steps/orderSteps.ts'
import { readOutline } from '../../operations/published/readPublished.system.ts'
import { apiRoute, type ApiCall } from '../apiRoute.ts'
import { readyPublished } from '../readyPublished.ts'

const tag = 'Steps' as const
const ofCourse = z.object({ courseId: z.uuid() })
const ofStep = ofCourse.extend({ stepId: z.uuid() })
const missing = { 404: 'There is no such step, or the course is somebody else’s' }
const noCourse = { 404: 'There is no such course, or it is somebody else’s' }

const mayStill = async ({
  act,
  params,
}: Pick<ApiCall<{ courseId: string }, unknown, unknown, unknown>, 'act' | 'params'>) =>
  findEditableCourse({ req: await act(), courseId: params.courseId })

export const stepRoutes = [
  apiRoute({
    method: 'get',
    path: '/courses/{courseId}/steps',
    operationId: 'listSteps',
    tag,
    summary: 'The steps of a course',
    description:
      'Authors see the working copy; learners what is open to them, without what is right; anybody the outline.',
    access: 'anybody',
    params: ofCourse,
    answer: stepsSchema,
    isVersioned: true,
    refusals: noCourse,
    handle: ({ payload, caller, act, locale, params: { courseId } }) =>
      caller === null
        ? readyPublished(payload.db.pool, courseId, readOutline)
        : describeSteps({ payload, caller, act, courseId, locale }),
  }),
  apiRoute({
    method: 'post',
    path: '/courses/{courseId}/steps',
    operationId: 'createStep',
    tag,
    summary: 'Add a step',
    access: 'account',
    params: ofCourse,
    body: newStepSchema,
    answer: editorStepSchema,
    status: 201,
    isVersioned: true,
    refusals: noCourse,
    mayStill,
    handle: async ({ act, body, params: { courseId } }) =>
      createStep({ req: await act(), courseId, step: body }),
  }),
  apiRoute({
    method: 'put',
    path: '/courses/{courseId}/steps/order',
    operationId: 'orderSteps',
    tag,
    summary: 'Put the steps into an order',
    access: 'account',
    params: ofCourse,
    body: stepOrderSchema,
    answer: stepsSchema,
    isVersioned: true,
    refusals: noCourse,
    handle: async ({ payload, caller, act, locale, body, params: { courseId }, ifMatch }) => {
      await orderSteps({ req: await act(), courseId, stepIds: body.stepIds, seen: ifMatch })
      return describeSteps({ payload, caller, act, courseId, locale })
    },
  }),
  apiRoute({
    method: 'get',
    path: '/courses/{courseId}/steps/{stepId}',
    operationId: 'getStep',
    tag,
    summary: 'A step of the working copy',
    access: 'account',
    params: ofStep,
    answer: editorStepSchema,
    isVersioned: true,
    refusals: missing,
    handle: async ({ act, params }) => getStep({ req: await act(), ...params }),
  }),
  apiRoute({
    method: 'put',
    path: '/courses/{courseId}/steps/{stepId}',
    operationId: 'updateStep',
    tag,
    summary: 'Change a step',
    description: 'What is left out stays. `after` moves it.',
    access: 'account',
    params: ofStep,
    body: stepChangeSchema,
    answer: editorStepSchema,
    isVersioned: true,
    refusals: missing,
    handle: async ({ act, body, params, ifMatch }) =>
      updateStep({ req: await act(), ...params, change: body, seen: ifMatch }),
  }),
  apiRoute({
    method: 'delete',
    path: '/courses/{courseId}/steps/{stepId}',
    operationId: 'trashStep',
    tag,
    summary: 'Put a step into the trash',
    description: 'It can be restored: learners’ progress and old releases name it.',
    access: 'account',
    params: ofStep,
    isConditional: true,
    refusals: missing,
    handle: async ({ act, params, ifMatch }) => trashStep({ req: await act(), ...params, seen: ifMatch }),
  }),
  apiRoute({
    method: 'post',
    path: '/courses/{courseId}/steps/{stepId}/restore',
    operationId: 'restoreStep',
    tag,
    summary: 'Bring a step back from the trash',
    access: 'account',
    params: ofStep,
    answer: editorStepSchema,
    isVersioned: true,
    refusals: missing,
    mayStill,
    handle: async ({ act, params }) => restoreStep({ req: await act(), ...params }),
  }),
  apiRoute({
    method: 'post',
    path: '/courses/{courseId}/steps/{stepId}/duplicate',
    operationId: 'duplicateStep',
    tag,
    summary: 'Copy a step; the copy stands behind it',
    access: 'account',
    params: ofStep,
    answer: editorStepSchema,
    status: 201,
    isVersioned: true,
    refusals: missing,
    mayStill,
    handle: async ({ act, params }) => duplicateStep({ req: await act(), ...params }),
  }),
]
