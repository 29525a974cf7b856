import type { CollectionBeforeLoginHook } from 'payload'

import { AppError } from '../../src/errors/AppError.ts'

/** A deactivated account cannot sign in. Sessions it still has count as nobody (see `activeUser`). */
export const refuseInactive: CollectionBeforeLoginHook = ({ user }) => {
  if (!user.isActive) throw new AppError({ code: 'accountInactive', status: 403 })
}
