import type { CollectionBeforeValidateHook } from 'payload'

import { systemFields } from '../../src/operations/courses/systemFields.ts'
import type { Course } from '../../src/payload-types.ts'

/** Bringing back an older version brings back what an author wrote, not what operations had set by then. */
export const keepSystemFields: CollectionBeforeValidateHook<Course> = ({ data, originalDoc, req }) => {
  if (!req.context.isRestoringVersion || !originalDoc) return data
  return { ...data, ...Object.fromEntries(systemFields.map((name) => [name, originalDoc[name] ?? null])) }
}
