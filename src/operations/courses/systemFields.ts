import type { Course } from '../../payload-types.ts'

/** What operations set of a course, never an author. */
export const systemFields = [
  'creator',
  'coAuthors',
  'mentors',
  'isPublished',
  'isArchived',
  'currentRelease',
  'offer',
  'botUsername',
  'rating',
  'ratingsCount',
  'studentsCount',
] as const satisfies (keyof Course)[]
