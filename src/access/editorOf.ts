import { and } from './and.ts'
import { hasRole } from './hasRole.ts'
import { isAdmin } from './isAdmin.ts'
import { isOwn } from './isOwn.ts'
import { or } from './or.ts'
import type { Predicate } from './predicate.ts'

/**
 * Admins, the course's creator and its co-authors, for what hangs on the course.
 * @param course path that leads to the course; left out for courses themselves
 */
export const editorOf = (course?: string): Predicate => {
  const path = (field: string) => (course === undefined ? field : `${course}.${field}`)
  return or(isAdmin, and(hasRole('creator'), or(isOwn(path('creator')), isOwn(path('coAuthors')))))
}
