import type { CollectionConfig } from 'payload'

import { askForTelegramLink } from '../../operations/accounts/askForTelegramLink.ts'
import { describeTelegramLink } from '../../operations/accounts/describeTelegramLink.ts'
import { unlinkTelegram } from '../../operations/accounts/unlinkTelegram.ts'
import { answerInvite } from '../../operations/team/answerInvite.ts'
import { listInvites } from '../../operations/team/listInvites.ts'
import { endpoint, routeParam } from '../endpoint.ts'

/** What people do with their own account; below `/api/users`. */
export const accountEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  endpoint('get', '/me/telegram-link', describeTelegramLink),
  endpoint('post', '/me/telegram-link', askForTelegramLink),
  endpoint('delete', '/me/telegram-link', unlinkTelegram),
  endpoint('get', '/me/invites', listInvites),
  endpoint('post', '/me/invites/:inviteId/accept', (req) =>
    answerInvite({ req, inviteId: routeParam(req, 'inviteId'), isAccepted: true }),
  ),
  endpoint('post', '/me/invites/:inviteId/decline', (req) =>
    answerInvite({ req, inviteId: routeParam(req, 'inviteId'), isAccepted: false }),
  ),
]
