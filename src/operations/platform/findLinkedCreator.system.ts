import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { User } from '../../payload-types.ts'

/** The active account that makes courses and has this Telegram account. */
export const findLinkedCreator = async (
  req: PayloadRequest,
  telegramUserId: number,
): Promise<User | null> => {
  const { docs } = await req.payload.find({
    collection: slugs.users,
    where: {
      and: [
        { telegramId: { equals: telegramUserId } },
        { isActive: { equals: true } },
        { role: { in: ['creator', 'admin'] } },
      ],
    },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}
