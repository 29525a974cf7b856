import type { MediaFile } from '../contracts/mediaFile.ts'
import type { Release } from '../lesson/engine/types.ts'
import type { Course, Step } from '../payload-types.ts'
import { buildReleaseStep } from './buildReleaseStep.ts'

/** What a release keeps of a course; its id and number are the row's. */
export type ReleaseContent = Omit<Release, 'id' | 'number'>

/**
 * @param steps in the course's order, without trashed ones
 * @param media all files that the steps use, by id
 */
export const buildReleaseContent = (
  course: Course,
  steps: Step[],
  media: Record<string, MediaFile>,
): ReleaseContent => ({
  courseId: course.id,
  title: course.title.trim(),
  description: (course.description ?? '').trim(),
  language: course.language,
  estimatedDuration: course.estimatedDuration ?? null,
  isProtected: course.isProtected ?? false,
  steps: steps.map(buildReleaseStep),
  media,
})
