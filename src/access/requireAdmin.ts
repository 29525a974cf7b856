import { Forbidden, type PayloadRequest } from 'payload'

import { AppError } from '../errors/AppError.ts'
import { activeUser } from './activeUser.ts'

/** @throws {AppError} unauthenticated (401) for nobody; {Forbidden} (403) for everybody else but administrators */
export const requireAdmin = (req: PayloadRequest): void => {
  const user = activeUser(req)
  if (user === null) throw new AppError({ code: 'unauthenticated', status: 401 })
  if (user.role !== 'admin') throw new Forbidden(req.t)
}
