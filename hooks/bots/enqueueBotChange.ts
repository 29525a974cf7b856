import type { CollectionAfterChangeHook } from 'payload'

import { enqueue } from '../../src/queue/enqueue.ts'
import type { Bot } from '../../src/payload-types.ts'

/** `changedAt` moves with everything that runners act on (not with what they report). */
export const enqueueBotChange: CollectionAfterChangeHook<Bot> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  // Without a token there is nothing to set up yet.
  if (!doc.telegramBotId) return
  if (operation === 'create' || doc.changedAt !== previousDoc.changedAt)
    await enqueue({ req, topic: 'bot', subject: doc.id })
}
