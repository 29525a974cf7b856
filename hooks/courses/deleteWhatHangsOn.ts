import type { CollectionBeforeDeleteHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { notDeletable } from '../../src/errors/notDeletable.ts'

/**
 * A course with learners is archived, never deleted, and one that has a bot lets it go first; what else hangs on a course
 * goes with it.
 */
export const deleteWhatHangsOn: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { course: { equals: id } }
  const { totalDocs: learners } = await req.payload.count({ collection: slugs.enrollments, where, req })
  if (learners > 0) throw notDeletable({ req, code: 'courseHasLearners', details: { learners } })
  const { totalDocs: totalBots } = await req.payload.count({
    collection: slugs.bots,
    where: { and: [where, { telegramBotId: { exists: true } }] },
    req,
  })
  // Who would delete its webhook, once its token is gone with its row?
  if (totalBots > 0) throw notDeletable({ req, code: 'courseKeepsBot', details: {} })
  for (const collection of [
    slugs.steps,
    slugs.botRequests,
    slugs.linkCodes,
    slugs.testers,
    slugs.teamInvites,
    slugs.bots,
    slugs.releases,
  ] as const) {
    await req.payload.delete({ collection, where, trash: true, req })
  }
}
