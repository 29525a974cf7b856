import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { sealToken, type KeyRing } from '../../../src/contracts/tokenSeal.ts'
import type { TelegramTransport } from '../bot/telegramTransport.ts'
import { openCourseBot, type CourseBot } from '../fleet/courseBot.ts'

/** The last part of the platform bot's webhook; no course's bot has such a key. */
export const platformKey = 'platform'

/**
 * The platform bot in the form of a course's: the same webhook, secret and transport serve it. Its record is of this
 * process alone.
 * @throws {Error} when the token is not of a token's form
 */
export const openPlatformBot = async (options: {
  token: string
  ring: KeyRing
  transport: TelegramTransport
}): Promise<CourseBot> => {
  const { token, ring, transport } = options
  const telegramBotId = Number(/^(\d{5,16}):/.exec(token)?.[1])
  if (!Number.isSafeInteger(telegramBotId)) throw new Error('PLATFORM_BOT_TOKEN is no bot token')
  const record: RunnerBot = {
    id: '00000000-0000-0000-0000-000000000000',
    key: platformKey,
    telegramBotId,
    username: null,
    name: null,
    sealedToken: await sealToken(ring, token),
    secretVersion: 0,
    isServing: true,
    isListening: true,
    isManaged: false,
    rendering: 'classic',
    richRefusedAt: null,
    changedAt: new Date().toISOString(),
  }
  return openCourseBot(record, ring, transport)
}
