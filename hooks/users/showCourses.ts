import type { CollectionAfterChangeHook } from 'payload'

import { showCoursesOf } from '../../src/operations/catalogue/showCoursesOf.system.ts'
import type { User } from '../../src/payload-types.ts'

/** The catalogue shows no courses of somebody who is deactivated. */
export const showCourses: CollectionAfterChangeHook<User> = async ({ doc, operation, previousDoc, req }) => {
  if (operation === 'update' && doc.isActive !== previousDoc.isActive) await showCoursesOf(req, doc.id)
}
