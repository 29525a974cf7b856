import type { CollectionBeforeOperationHook } from 'payload'

import { isUuid } from '../../src/operations/isUuid.ts'
import { lockCourse } from '../../src/operations/courses/lockCourse.ts'

/**
 * An update reads the course, merges and writes the whole row. Locked before it is read, so that a save
 * that runs beside a publishing does not write the old release back.
 */
export const lockWhileUpdated: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { id } = args as { id?: unknown }
  if (operation === 'update' && typeof id === 'string' && isUuid(id)) await lockCourse({ req, courseId: id })
  return args
}
