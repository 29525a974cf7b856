import type { PayloadRequest } from 'payload'

import type { EditorStep, NewStep, StepChange } from '../../contracts/api/steps.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { Step } from '../../payload-types.ts'
import { findEditableCourse } from '../courses/findEditableCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { requireVersion } from '../requireVersion.ts'
import { versionOf } from '../versionOf.ts'
import { copyOfStep } from './copyOfStep.ts'
import { findStepIds } from '../courses/findStepIds.ts'
import { findEditableStep } from './findEditableSteps.ts'
import { placeAfter } from './orderSteps.ts'
import { stepData } from './stepData.ts'
import { toEditorStep } from './toEditorStep.ts'

type Of = { req: PayloadRequest; courseId: string }
type OfStep = Of & {
  stepId: string
  /** The version that the person has seen; null when they do not say. */
  seen: string | null
}

const rightsOf = (req: PayloadRequest) => ({ overrideAccess: false, user: req.user, depth: 0, req }) as const

const describe = async ({ req, courseId }: Of, step: Step, notes: string[] = []): Promise<EditorStep> => {
  const place = (await findStepIds(req, courseId)).indexOf(step.id) + 1
  return toEditorStep(step, place, notes)
}

/**
 * A step of the working copy, behind the others unless it is said where.
 * @throws {AppError} courseNotFound (404), inputInvalid (422)
 */
export const createStep = async (options: Of & { step: NewStep }): Promise<EditorStep> => {
  const { req, courseId, step } = options
  return inTransaction(req, async () => {
    await findEditableCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const { data, notes } = await stepData(req, step)
    const made = (await req.payload.create({
      collection: slugs.steps,
      data: { stepType: 'text', ...data, course: courseId } as never,
      ...rightsOf(req),
    })) as Step
    if (step.after !== undefined) await placeAfter(req, { courseId, stepId: made.id, after: step.after })
    return describe(options, made, notes)
  })
}

/**
 * Changes a step; what is left out stays.
 * @throws {AppError} courseNotFound, stepNotFound (404), versionChanged (412), inputInvalid (422)
 */
export const updateStep = async (options: OfStep & { change: StepChange }): Promise<EditorStep> => {
  const { req, courseId, stepId, seen, change } = options
  return inTransaction(req, async () => {
    if (change.after !== undefined) {
      await findEditableCourse({ req, courseId })
      await lockCourse({ req, courseId })
    }
    const old = await findEditableStep({ req, courseId, stepId })
    requireVersion(seen, versionOf(Date.parse(old.updatedAt)))
    const { data, notes } = await stepData(req, change)
    const changed = (await req.payload.update({
      collection: slugs.steps,
      id: stepId,
      data: data as never,
      ...rightsOf(req),
    })) as Step
    if (change.after !== undefined) await placeAfter(req, { courseId, stepId, after: change.after })
    return describe(options, changed, notes)
  })
}

/**
 * Puts a step into the trash, from where it comes back: learners' progress and old releases name it.
 * @throws {AppError} courseNotFound, stepNotFound (404), versionChanged (412)
 */
export const trashStep = async (options: OfStep): Promise<void> => {
  const { req, courseId, stepId, seen } = options
  await inTransaction(req, async () => {
    await findEditableCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const old = await findEditableStep({ req, courseId, stepId })
    requireVersion(seen, versionOf(Date.parse(old.updatedAt)))
    await req.payload.update({
      collection: slugs.steps,
      id: stepId,
      data: { deletedAt: new Date().toISOString() },
      ...rightsOf(req),
    })
  })
}

/** Brings a step back from the trash. @throws {AppError} courseNotFound, stepNotFound (404) */
export const restoreStep = async (options: Of & { stepId: string }): Promise<EditorStep> => {
  const { req, courseId, stepId } = options
  return inTransaction(req, async () => {
    await findEditableCourse({ req, courseId })
    await lockCourse({ req, courseId })
    await findEditableStep({ req, courseId, stepId, isTrashed: true })
    const back = (await req.payload.update({
      collection: slugs.steps,
      id: stepId,
      data: { deletedAt: null },
      trash: true,
      ...rightsOf(req),
    })) as Step
    return describe(options, back)
  })
}

/** A copy of a step, behind it. @throws {AppError} courseNotFound, stepNotFound (404) */
export const duplicateStep = async (options: Of & { stepId: string }): Promise<EditorStep> => {
  const { req, courseId, stepId } = options
  return inTransaction(req, async () => {
    await findEditableCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const step = await findEditableStep({ req, courseId, stepId })
    const copy = (await req.payload.create({
      collection: slugs.steps,
      data: { ...copyOfStep(step), course: courseId } as never,
      ...rightsOf(req),
    })) as Step
    await placeAfter(req, { courseId, stepId: copy.id, after: stepId })
    return describe(options, copy)
  })
}
