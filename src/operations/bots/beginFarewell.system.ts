import type { PayloadRequest } from 'payload'

import type { FarewellReason } from '../../contracts/farewell.ts'
import { slugs } from '../../contracts/slugs.ts'
import { enqueue } from '../../queue/enqueue.ts'

/** From now on learners are told, one after the other, that a bot which taught them does so no more. */
export const beginFarewell = async (options: {
  req: PayloadRequest
  botId: string
  reason: FarewellReason
}): Promise<void> => {
  const { req, botId, reason } = options
  await req.payload.update({
    collection: slugs.bots,
    id: botId,
    data: { farewell: reason, farewellCursor: null },
    // Payload's mark of a course that is being restored: with it, fields left out would count as emptied.
    context: { isRestoringVersion: false },
    req,
  })
  await enqueue({ req, topic: 'farewell', subject: botId })
}
