import type { LearnerRelease } from '../../contracts/learnerRelease.ts'
import { toLearnerStep } from './toLearnerStep.ts'
import type { Release } from './release.ts'

/** The part of a release that learners may have. Fields are named one by one, so that a new one stays in. */
export const toLearnerRelease = (release: Release): LearnerRelease => ({
  id: release.id,
  courseId: release.courseId,
  number: release.number,
  title: release.title,
  description: release.description,
  language: release.language,
  estimatedDuration: release.estimatedDuration,
  isProtected: release.isProtected,
  ...(release.texts ? { texts: release.texts } : {}),
  steps: release.steps.map(toLearnerStep),
  media: release.media,
})
