import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'

/** Runners look again at this bot (they ask by `changedAt`, which is real time), and its job is queued. */
export const touchBot = async ({ req, botId }: { req: PayloadRequest; botId: string }): Promise<void> => {
  await req.payload.update({
    collection: slugs.bots,
    id: botId,
    data: { changedAt: new Date().toISOString() },
    // Payload's mark of a course that is being restored: with it, fields left out would count as emptied.
    context: { isRestoringVersion: false },
    req,
  })
}
