import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { PlatformState } from '../platform/readPlatform.system.ts'
import { newBotLink } from '../platform/telegramLinks.ts'

export type BotRequestState = {
  isExpired: boolean
  suggestedUsername: string
  /** Where the creator makes the bot; null when it is too late, or the platform bot is gone. */
  link: string | null
  expiresAt: string
  /** Somebody else made a bot with the link. */
  hasStranger: boolean
}

/** What is still asked for a course whose author has been checked. */
export const describeBotRequest = async (options: {
  req: PayloadRequest
  courseId: string
  platform: PlatformState
}): Promise<BotRequestState | null> => {
  const { req, courseId, platform } = options
  const { docs } = await req.payload.find({
    collection: slugs.botRequests,
    where: { course: { equals: courseId } },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    req,
  })
  const [request] = docs
  if (!request || !['open', 'expired'].includes(request.state)) return null
  const { suggestedUsername, name, expiresAt, strangerAt } = request
  const isExpired = request.state === 'expired' || expiresAt <= nowIso()
  const canTap = !isExpired && platform.username !== null && platform.canManageBots
  const suggestion = { manager: platform.username ?? '', username: suggestedUsername, name }
  return {
    isExpired,
    suggestedUsername,
    link: canTap ? newBotLink(suggestion, req.user?.telegramId) : null,
    expiresAt,
    hasStranger: Boolean(strangerAt),
  }
}
