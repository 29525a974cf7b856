import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { enqueue } from '../../queue/enqueue.ts'

/** The bot's webhook is to be set again when its turn comes. One turn is enough. The bot is locked by the caller. */
export const askForRearm = async ({ req, botId }: { req: PayloadRequest; botId: string }): Promise<void> => {
  const { totalDocs } = await req.payload.count({
    collection: slugs.outbox,
    where: { and: [{ topic: { equals: 'rearm' } }, { subject: { equals: botId } }] },
    req,
  })
  if (totalDocs === 0) await enqueue({ req, topic: 'rearm', subject: botId })
}
