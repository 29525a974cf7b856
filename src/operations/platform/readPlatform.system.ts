import type { PayloadRequest } from 'payload'

import type { Platform } from '../../payload-types.ts'

export type PlatformState = {
  /** null: this installation has no platform bot, or no runner has reported it yet. */
  username: string | null
  /** Whether bots can be asked for with it. */
  canManageBots: boolean
  problem: string | null
}

/** The platform bot as far as anybody signed in may know it. */
export const readPlatform = async (req: PayloadRequest): Promise<PlatformState> => {
  const platform: Platform = await req.payload.findGlobal({ slug: 'platform', req })
  const { username = null, canManageBots, problem = null } = platform
  return { username, canManageBots: username !== null && canManageBots === true && problem === null, problem }
}
