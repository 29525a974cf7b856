import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { TeamInvite, User } from '../../payload-types.ts'
import { isUuid } from '../isUuid.ts'

/** @throws {AppError} inviteMissing (404): there is none, or it is somebody else's; unauthenticated (401) */
export const findOwnInvite = async (
  req: PayloadRequest,
  inviteId: string,
): Promise<{ invite: TeamInvite; user: User }> => {
  const user = requireUser(req)
  const invite = isUuid(inviteId)
    ? await req.payload.findByID({ collection: slugs.teamInvites, id: inviteId, disableErrors: true, req })
    : null
  if (!invite || !user.email || invite.email !== user.email.toLowerCase())
    throw new AppError({ code: 'inviteMissing', status: 404 })
  return { invite, user }
}
