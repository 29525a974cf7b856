import { z } from 'zod'

import { telegramPersonSchema } from './platform.ts'
import { teamRoles } from './team.ts'

/** What the platform bot tells the CMS about reviewers, and what it is told to say to them. */

/**
 * `POST /api/runner/platform/team`: somebody opened a link that makes them part of a course's team. `own`: it is their
 * course · `notCreator`: co-authors write courses, which this account may not · `full`: no more fit into the team.
 */
export const joinTeamRequestSchema = z.object({
  code: z.string().min(1).max(64),
  person: telegramPersonSchema,
})
export const joinTeamResponseSchema = z.object({
  status: z.enum(['joined', 'own', 'expired', 'used', 'unknown', 'notCreator', 'full']),
  courseTitle: z.string().nullable(),
  role: z.enum(teamRoles).nullable(),
})

export type JoinTeamRequest = z.infer<typeof joinTeamRequestSchema>
export type JoinTeamResponse = z.infer<typeof joinTeamResponseSchema>
