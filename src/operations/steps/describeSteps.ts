import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'

import type { ApiSteps } from '../../contracts/api/steps.ts'
import type { MediaFile } from '../../contracts/mediaFile.ts'
import { toLearnerStep } from '../../lesson/engine/toLearnerStep.ts'
import type { LearnerState, Release, ReleaseStep } from '../../lesson/engine/types.ts'
import { firstZone } from '../../lesson/time/firstZone.ts'
import { hashContent } from '../../releases/hashContent.ts'
import { stepMedia } from '../../releases/stepMedia.ts'
import { findVisibleCourse } from '../courses/describeCourse.ts'
import type { Caller } from '../identities/findCaller.system.ts'
import { stepStatesOf } from '../learners/stepStatesOf.ts'
import { createMediaLink } from '../media/mediaLink.ts'
import { findEditableSteps } from './findEditableSteps.ts'
import { orderVersion } from './orderSteps.ts'
import { toEditorStep } from './toEditorStep.ts'

type LearnerView = Extract<ApiSteps, { view: 'learner' }>

const outlineOf = (step: ReleaseStep, index: number) => {
  const { id, title, stepType, section, isRequired, estimatedDuration } = step
  return { id, title, stepType, section, isRequired, estimatedDuration, orderIndex: index + 1 }
}

const findLearner = async (payload: Payload, courseId: string, userId: string) => {
  const { rows } = await payload.db.drizzle.execute<{ state: LearnerState; timeZone: string | null }>(sql`
    SELECT e.state, u.time_zone AS "timeZone" FROM enrollments e JOIN users u ON u.id = e.user_id
    WHERE e.course_id = ${courseId}::uuid AND e.user_id = ${userId}::uuid`)
  return rows[0]
}

const toFile = (file: MediaFile): LearnerView['files'][string] => {
  const { id: _id, hash: _hash, ...rest } = file
  return { url: createMediaLink(file), ...rest }
}

/** What is open to a learner with its content, and of the rest what a list of contents says. */
const learnerView = (release: Release, state: LearnerState, timeZone: string): LearnerView => {
  const states = new Map(stepStatesOf(release, state, timeZone).map((step) => [step.id, step]))
  const files: LearnerView['files'] = {}
  const steps = release.steps.flatMap((step, index) => {
    const { mark, lock } = states.get(step.id)!
    if (mark === 'hidden') return []
    const isOpen = mark !== 'locked'
    for (const id of isOpen ? stepMedia(step) : []) {
      const file = release.media[id]
      if (file !== undefined) files[id] = toFile(file)
    }
    const opensAt = lock?.missing === null ? lock.opensAt : null
    return [{ ...outlineOf(step, index), mark, opensAt, step: isOpen ? toLearnerStep(step) : null }]
  })
  return { view: 'learner', steps, files, version: hashContent([release.number, steps]).slice(0, 16) }
}

/**
 * The steps of a course, by who asks: the working copy for its authors, what is open for its learners, the outline for
 * anybody.
 * @throws {AppError} notFound (404), also for what is not published, when it is somebody else's
 */
export const describeSteps = async (options: {
  payload: Payload
  caller: Caller | null
  courseId: string
  act: () => Promise<PayloadRequest>
}): Promise<ApiSteps> => {
  const { payload, caller, courseId, act } = options
  const { row, release } = await findVisibleCourse({ payload, caller, courseId })
  if (row.isEditor) {
    const steps = await findEditableSteps(await act(), courseId)
    const version = orderVersion(steps.map(({ id }) => id))
    return { view: 'editor', steps: steps.map((step, index) => toEditorStep(step, index + 1)), version }
  }
  if (release === null) return { view: 'outline', steps: [], version: '0' }
  const learner =
    row.isLearner && caller !== null ? await findLearner(payload, courseId, caller.account.id) : undefined
  if (learner === undefined)
    return { view: 'outline', steps: release.steps.map(outlineOf), version: String(release.number) }
  return learnerView(release, learner.state, firstZone(learner.timeZone, release.timeZone))
}
