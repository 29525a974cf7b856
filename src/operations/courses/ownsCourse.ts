import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import type { Course } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'

/** Its creator, or an admin. */
export const ownsCourse = (req: PayloadRequest, course: Pick<Course, 'creator'>): boolean => {
  const user = activeUser(req)
  return user !== null && (user.role === 'admin' || idOf(course.creator) === user.id)
}
