import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { LinkAccountResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { readPlatform } from './readPlatform.system.ts'
import { newBotLinkInChat } from './telegramLinks.ts'

const most = 8

/** The bots that a creator asked for and that wait for a tap, with their links. */
export const listOpenRequests = async (options: {
  req: PayloadRequest
  userId: string
}): Promise<LinkAccountResponse['requests']> => {
  const { req, userId } = options
  const { username: manager, canManageBots } = await readPlatform(req)
  if (manager === null || !canManageBots) return []
  const { docs } = await req.payload.find({
    collection: slugs.botRequests,
    where: {
      and: [
        { creator: { equals: userId } },
        { state: { equals: 'open' } },
        { expiresAt: { greater_than: nowIso() } },
      ],
    },
    sort: '-createdAt',
    limit: most,
    pagination: false,
    req,
  })
  return docs.map(({ suggestedUsername: username, name }) => ({
    courseTitle: name,
    link: newBotLinkInChat({ manager, username, name }),
  }))
}
