import type { PayloadRequest } from 'payload'

import { AppError } from '../errors/AppError.ts'
import type { User } from '../payload-types.ts'
import { activeUser } from './activeUser.ts'

/** @throws {AppError} unauthenticated (401) for nobody */
export const requireUser = (req: PayloadRequest): User => {
  const user = activeUser(req)
  if (user === null) throw new AppError({ code: 'unauthenticated', status: 401 })
  return user
}
