import type { CollectionBeforeLoginHook } from 'payload'

import { AppError } from '../../src/errors/AppError.ts'

/** A deactivated account cannot sign in; the sessions that it has end (see `endSessions`). */
export const refuseInactive: CollectionBeforeLoginHook = ({ user }) => {
  if (!user.isActive) throw new AppError({ code: 'accountInactive', status: 403 })
}
