import { and } from './and.ts'
import { hasRole } from './hasRole.ts'
import { isAdmin } from './isAdmin.ts'
import { isOwn } from './isOwn.ts'
import { or } from './or.ts'

/** Admins, and creators for what hangs on their courses; `path` leads to the course's creator. */
export const authorOf = (path: string) => or(isAdmin, and(hasRole('creator'), isOwn(path)))
