import type { KeyRing } from '../../../src/contracts/tokenSeal.ts'
import { createUpdateDispatcher, type UpdateDispatcher } from '../bot/updateDispatcher.ts'
import type { RunnerCore } from '../createRunnerCore.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { SetAccess } from '../fleet/setup/accessPiece.ts'
import type { Logger } from '../logger.ts'
import { createPlatformComposer } from './createPlatformComposer.ts'
import { createSetAccess } from './createSetAccess.ts'
import { openPlatformBot, platformKey } from './openPlatformBot.ts'
import { createPlatformTokens, type PlatformTokens } from './platformTokens.ts'

export type Platform = {
  bot: CourseBot
  tokens: PlatformTokens
  setAccess: NonNullable<SetAccess>
  dispatcher: UpdateDispatcher
  /** The webhook server's view of the bots, with the platform bot among them. */
  served: Pick<RunnerCore, 'findBot' | 'bots' | 'dispatcher'>
}

/** The platform bot, able to speak and to be served beside the bots of courses. */
export const createPlatform = async (options: {
  token: string
  ring: KeyRing
  core: RunnerCore
  apiRoot: string
  log: Logger
}): Promise<Platform> => {
  const { token, ring, core, apiRoot, log } = options
  const { batcher, client, transport, views } = core
  const bot = await openPlatformBot({ token, ring, transport })
  const tokens = createPlatformTokens(bot.bot.api, ring)
  const dispatcher = createUpdateDispatcher(
    { client, batcher, views, log, now: Date.now, onDeferred: () => undefined },
    createPlatformComposer({ client, tokens, apiRoot, log }),
  )
  return {
    bot,
    tokens,
    setAccess: createSetAccess(bot.bot.api),
    dispatcher,
    served: {
      findBot: (key) => (key === platformKey ? bot.record : core.findBot(key)),
      bots: { get: (record) => (record === bot.record ? bot : core.bots.get(record)) },
      dispatcher: {
        dispatch: (course, update) =>
          (course === bot ? dispatcher : core.dispatcher).dispatch(course, update),
        inFlight: () => core.dispatcher.inFlight() + dispatcher.inFlight(),
      },
    },
  }
}
