import type { Payload, PayloadRequest } from 'payload'

import type { ApiSteps } from '../../contracts/api/steps.ts'
import type { LearnedStep } from '../../contracts/api/learning.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { MediaFile } from '../../contracts/mediaFile.ts'
import { toLearnerStep } from '../../lesson/engine/toLearnerStep.ts'
import type { Release, ReleaseStep } from '../../lesson/engine/release.ts'
import { hashContent } from '../../releases/hashContent.ts'
import { stepMedia } from '../../releases/stepMedia.ts'
import { findVisibleCourse } from '../courses/describeCourse.ts'
import type { Caller } from '../identities/findCaller.system.ts'
import { describeProgress } from '../learning/describeProgress.ts'
import { createMediaLink } from '../media/mediaLink.ts'
import { findEditableSteps } from './findEditableSteps.ts'
import { listVersion } from './orderSteps.ts'
import { toEditorStep } from './toEditorStep.ts'

type LearnerView = Extract<ApiSteps, { view: 'learner' }>

const outlineOf = (step: ReleaseStep, index: number) => {
  const { id, title, stepType, section, isRequired, estimatedDuration } = step
  return { id, title, stepType, section, isRequired, estimatedDuration, orderIndex: index + 1 }
}

const toFile = (file: MediaFile): LearnerView['files'][string] => {
  const { id: _id, hash: _hash, ...rest } = file
  return { url: createMediaLink(file), ...rest }
}

/** What is open to a learner with its content, and of the rest what a list of contents says. */
const learnerView = (release: Release, learned: LearnedStep[]): LearnerView => {
  const states = new Map(learned.map((step) => [step.id, step]))
  const files: LearnerView['files'] = {}
  const steps = release.steps.flatMap((step, index) => {
    const known = states.get(step.id)
    // Its rule hides it.
    if (known === undefined) return []
    const isOpen = known.state !== 'locked'
    for (const id of isOpen ? stepMedia(step) : []) {
      const file = release.media[id]
      if (file !== undefined) files[id] = toFile(file)
    }
    const { state, lock } = known
    return [{ ...outlineOf(step, index), state, lock, step: isOpen ? toLearnerStep(step) : null }]
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
  /** In which it is said what locks a step. */
  locale: Locale
  act: () => Promise<PayloadRequest>
}): Promise<ApiSteps> => {
  const { payload, caller, courseId, locale, act } = options
  const { row, release } = await findVisibleCourse({ payload, caller, courseId })
  if (row.isEditor) {
    const found = await findEditableSteps(await act(), courseId)
    const steps = found.map((step, index) => toEditorStep(step, index + 1))
    return { view: 'editor', steps, version: listVersion(steps) }
  }
  if (release === null) return { view: 'outline', steps: [], version: '0' }
  if (row.isLearner && caller !== null)
    return learnerView(release, (await describeProgress(payload.db.pool, caller, { courseId, locale })).steps)
  return { view: 'outline', steps: release.steps.map(outlineOf), version: String(release.number) }
}
