import { z } from 'zod'

import { localeSchema } from './locale.ts'
import { telegramIdSchema } from './runnerActions.ts'

/** Why a bot stops teaching. */
export const farewellReasons = ['unpublished', 'archived', 'removed'] as const
export type FarewellReason = (typeof farewellReasons)[number]

/**
 * `POST /api/runner/bots/:id/farewells`: the next learners who are to be told that the bot teaches no more. Asking is
 * taking: nobody is named twice, so that nobody is told twice. Nobody left, or nothing to tell: `learners` is empty.
 */
export const farewellsResponseSchema = z.object({
  reason: z.enum(farewellReasons).nullable(),
  courseTitle: z.string(),
  /** Where the lot before ended. */
  after: z.uuid().nullable(),
  learners: z.array(z.object({ id: z.uuid(), telegramUserId: telegramIdSchema, locale: localeSchema })),
})
/**
 * `POST /api/runner/bots/:id/farewells/back`: of the lot that ended with `taken`, those that come after `after` were
 * certainly told nothing. Repeating it changes nothing.
 */
export const farewellsBackRequestSchema = z.object({ taken: z.uuid(), after: z.uuid().nullable() })
export type FarewellsResponse = z.infer<typeof farewellsResponseSchema>
export type FarewellsBackRequest = z.infer<typeof farewellsBackRequestSchema>
