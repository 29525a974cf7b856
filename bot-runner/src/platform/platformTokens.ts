import type { Api } from 'grammy'

import { sealToken, type KeyRing } from '../../../src/contracts/tokenSeal.ts'

/** Tokens of managed bots, sealed as soon as they are here. Only the platform bot can ask for them. */
export type PlatformTokens = {
  /** @throws {GrammyError} when the platform bot does not manage that bot (any more) */
  fetch: (telegramBotId: number) => Promise<string>
  /** The old one stops working. */
  replace: (telegramBotId: number) => Promise<string>
}

export const createPlatformTokens = (api: Api, ring: KeyRing): PlatformTokens => ({
  fetch: async (telegramBotId) =>
    sealToken(ring, await api.raw.getManagedBotToken({ user_id: telegramBotId })),
  replace: async (telegramBotId) =>
    sealToken(ring, await api.raw.replaceManagedBotToken({ user_id: telegramBotId })),
})
