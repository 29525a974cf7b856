import { randomUUID } from 'node:crypto'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { deriveWebhookSecret, parseKeyRing, sealToken } from '../../../src/contracts/tokenSeal.ts'

export const testTokenKeys = `test:${Buffer.alloc(32, 7).toString('base64')}`
export const testRing = parseKeyRing(testTokenKeys)

let nextBotId = 700_000_001

export const testToken = (botId: number): string => `${botId}:AA${'t'.repeat(33)}`

/** A serving bot as the CMS lists it; its token is `testToken(bot.telegramBotId)` unless one is given. */
export const buildBot = async (changes: Partial<RunnerBot> & { token?: string } = {}): Promise<RunnerBot> => {
  const { token, ...fields } = changes
  const telegramBotId = fields.telegramBotId ?? nextBotId++
  return {
    id: randomUUID(),
    key: randomUUID().replaceAll('-', ''),
    telegramBotId,
    username: `course_${telegramBotId}_bot`,
    name: 'A course',
    secretVersion: 0,
    isServing: true,
    isListening: fields.isServing ?? true,
    isManaged: false,
    rendering: 'auto',
    richRefusedAt: null,
    changedAt: new Date(1_700_000_000_000).toISOString(),
    ...fields,
    sealedToken: await sealToken(testRing, token ?? testToken(telegramBotId)),
  }
}

export const secretOf = (bot: RunnerBot): Promise<string> => deriveWebhookSecret(testRing, bot)
