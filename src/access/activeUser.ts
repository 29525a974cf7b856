import type { PayloadRequest } from 'payload'

import type { User } from '../payload-types.ts'

/** Who asks; a deactivated account counts as nobody. */
export const activeUser = (req: PayloadRequest): User | null => (req.user?.isActive ? req.user : null)
