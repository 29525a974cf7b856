import type { LearnerRelease } from '../../contracts/learnerRelease.ts'
import type { Release } from './types.ts'

/** The part of a release that learners may have. Fields are named one by one, so that a new one stays in. */
export const toLearnerRelease = (release: Release): LearnerRelease => ({
  id: release.id,
  courseId: release.courseId,
  number: release.number,
  title: release.title,
  description: release.description,
  language: release.language,
  estimatedDuration: release.estimatedDuration,
  steps: release.steps.map((step) => ({
    id: step.id,
    title: step.title,
    section: step.section,
    isRequired: step.isRequired,
    estimatedDuration: step.estimatedDuration,
    stepType: step.stepType,
    content: step.content === null ? null : { root: step.content.root },
  })),
})
