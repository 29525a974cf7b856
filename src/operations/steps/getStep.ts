import type { PayloadRequest } from 'payload'

import type { EditorStep } from '../../contracts/api/steps.ts'
import { findStepIds } from '../courses/findStepIds.ts'
import { findEditableStep } from './findEditableSteps.ts'
import { toEditorStep } from './toEditorStep.ts'

/** A step of the working copy. @throws {AppError} courseNotFound, stepNotFound (404) */
export const getStep = async (options: {
  req: PayloadRequest
  courseId: string
  stepId: string
}): Promise<EditorStep> => {
  const step = await findEditableStep(options)
  const place = (await findStepIds(options.req, options.courseId)).indexOf(step.id) + 1
  return toEditorStep(step, place)
}
