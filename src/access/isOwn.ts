import { activeUser } from './activeUser.ts'
import type { Predicate } from './predicate.ts'

/** Documents whose field at `path` is the person who asks: `isOwn('creator')`, `isOwn('course.creator')`. */
export const isOwn =
  (path: string): Predicate =>
  ({ req }) => {
    const user = activeUser(req)
    return user === null ? false : { [path]: { equals: user.id } }
  }
