import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { ManagedBot } from '../../payload-types.ts'

export const findManagedBot = async (
  req: PayloadRequest,
  telegramBotId: number,
): Promise<ManagedBot | null> => {
  const { docs } = await req.payload.find({
    collection: slugs.managedBots,
    where: { telegramBotId: { equals: telegramBotId } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}
