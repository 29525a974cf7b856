import { Forbidden, type PayloadRequest } from 'payload'

import { requireUser } from './requireUser.ts'

/** @throws {AppError} unauthenticated (401) for nobody; {Forbidden} (403) for everybody else but administrators */
export const requireAdmin = (req: PayloadRequest): void => {
  if (requireUser(req).role !== 'admin') throw new Forbidden(req.t)
}
