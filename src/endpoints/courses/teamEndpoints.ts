import type { CollectionConfig } from 'payload'
import { z } from 'zod'

import { teamRoles } from '../../contracts/team.ts'
import { describeTeam } from '../../operations/team/describeTeam.ts'
import { inviteToTeam } from '../../operations/team/inviteToTeam.ts'
import { issueTeamLink } from '../../operations/team/issueTeamLink.ts'
import { leaveTeam } from '../../operations/team/leaveTeam.ts'
import { withdrawInvite } from '../../operations/team/withdrawInvite.ts'
import { endpoint, routeParam } from '../endpoint.ts'
import { parseBody } from '../parseBody.ts'
import { signedInEndpoint } from '../signedInEndpoint.ts'

const role = z.enum(teamRoles)
const inviteBody = z.object({ email: z.string().trim().pipe(z.email().max(320)), role })
const linkBody = z.object({ role })

/** Who writes and reviews a course beside its creator; below `/api/courses/:id/team`. */
export const teamEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  endpoint('get', '/:id/team', (req) => describeTeam({ req, courseId: routeParam(req, 'id') })),
  signedInEndpoint('post', '/:id/team/invites', async (req) => {
    const courseId = routeParam(req, 'id')
    await inviteToTeam({ req, courseId, ...(await parseBody(req, inviteBody)) })
    return describeTeam({ req, courseId })
  }),
  endpoint('delete', '/:id/team/invites/:inviteId', async (req) => {
    const courseId = routeParam(req, 'id')
    await withdrawInvite({ req, courseId, inviteId: routeParam(req, 'inviteId') })
    return describeTeam({ req, courseId })
  }),
  signedInEndpoint('post', '/:id/team/link', async (req) =>
    issueTeamLink({ req, courseId: routeParam(req, 'id'), ...(await parseBody(req, linkBody)) }),
  ),
  endpoint('delete', '/:id/team/members/:userId', (req) =>
    leaveTeam({ req, courseId: routeParam(req, 'id'), userId: routeParam(req, 'userId') }),
  ),
]
