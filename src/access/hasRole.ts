import type { User } from '../payload-types.ts'
import { activeUser } from './activeUser.ts'
import type { Predicate } from './predicate.ts'

export const hasRole =
  (...roles: User['role'][]) =>
  ({ req }: Parameters<Predicate>[0]): boolean => {
    const user = activeUser(req)
    return user !== null && roles.includes(user.role)
  }
