import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { findOwnInvite } from './findOwnInvite.ts'
import { joinTeam } from './joinTeam.system.ts'

/**
 * Takes an invitation, or turns it down; either way it is gone.
 * @throws {AppError} inviteMissing (404), coAuthorNotCreator (403), teamFull (409), unauthenticated (401)
 */
export const answerInvite = async (options: {
  req: PayloadRequest
  inviteId: string
  isAccepted: boolean
}): Promise<void> => {
  const { req, inviteId, isAccepted } = options
  await inTransaction(req, async () => {
    const { invite, user } = await findOwnInvite(req, inviteId)
    if (isAccepted) await joinTeam({ req, courseId: idOf(invite.course) ?? '', user, role: invite.role })
    await req.payload.delete({ collection: slugs.teamInvites, id: invite.id, req })
  })
}
