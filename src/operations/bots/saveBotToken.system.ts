import type { PayloadRequest } from 'payload'

import type { BotTokenRequest, BotTokenResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { openToken } from '../../contracts/tokenSeal.ts'
import { hadWebhook, webhookMarks } from '../../contracts/webhookMarks.ts'
import { readEnv } from '../../env.ts'
import type { Bot, ManagedBot } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { findManagedBot } from '../platform/findManagedBot.system.ts'
import { findHolder } from './findHolder.system.ts'
import { lockBot } from './lockBot.ts'
import { lockCourseBot } from './lockCourseBot.system.ts'
import { releaseBot } from './releaseBot.system.ts'

/** Ciphertexts of one token differ. */
const isSameToken = async (bot: Bot, sealedToken: string): Promise<boolean> => {
  if (!bot.sealedToken) return false
  const { TOKEN_KEYS } = readEnv()
  const known = await openToken(TOKEN_KEYS, bot.sealedToken).catch(() => undefined)
  return known !== undefined && known === (await openToken(TOKEN_KEYS, sealedToken))
}

const withLostWebhook = ({ webhook, ...others }: Record<string, string>): Record<string, string> =>
  hadWebhook(webhook) ? { ...others, webhook: webhookMarks.lost } : others

/** What a bot becomes with another token: its webhook went with the old one, and is set again when its turn comes. */
const withToken = (bot: Bot, sealedToken: string) => ({
  sealedToken,
  state: 'settingUp' as const,
  secretVersion: bot.secretVersion + 1,
  applied: withLostWebhook(bot.applied as Record<string, string>),
  errorCode: null,
  errorDescription: null,
  nextTryAt: null,
  changedAt: new Date().toISOString(),
})

const refresh = async (req: PayloadRequest, bot: Bot, managed: ManagedBot, sealedToken: string) => {
  const { telegramBotId, ownerTelegramId, username } = managed
  const holder = await findHolder({ req, telegramBotId, ownerTelegramId })
  if (!holder?.mayHold) return { status: 'refused' } as const
  const isSame = await isSameToken(bot, sealedToken)
  const isKnown = bot.ownerTelegramId === ownerTelegramId && bot.isManaged && bot.isProven
  if (isSame && isKnown) return { status: 'unchanged' } as const
  await req.payload.update({
    collection: slugs.bots,
    id: bot.id,
    data: {
      ...(isSame ? {} : withToken(bot, sealedToken)),
      ...{ ownerTelegramId, username, isManaged: true, isProven: true },
    },
    req,
  })
  return { status: 'saved' } as const
}

const adopt = async (req: PayloadRequest, bot: Bot, managed: ManagedBot, sealedToken: string) => {
  const { telegramBotId, ownerTelegramId, username, name } = managed
  const { docs: requests } = await req.payload.find({
    collection: slugs.botRequests,
    where: {
      and: [
        { course: { equals: idOf(bot.course) } },
        { state: { equals: 'open' } },
        { telegramBotId: { equals: telegramBotId } },
      ],
    },
    limit: 1,
    pagination: false,
    req,
  })
  const holder = await findHolder({ req, telegramBotId, ownerTelegramId })
  if (!requests[0] || holder?.mayHold) return { status: 'refused' } as const
  if (holder) await releaseBot({ req, botId: holder.botId })
  await req.payload.update({
    collection: slugs.bots,
    id: bot.id,
    data: {
      ...{ ...withToken(bot, sealedToken), applied: {} },
      ...{ telegramBotId, ownerTelegramId, username, name },
      ...{ isManaged: true, isProven: true, isRemoving: false, rotateVersion: null },
    },
    req,
  })
  await req.payload.update({
    collection: slugs.botRequests,
    id: requests[0].id,
    data: { state: 'done', telegramUserId: ownerTelegramId, bot: bot.id },
    req,
  })
  return { status: 'saved' } as const
}

/**
 * Takes the sealed token of a managed bot: of a new one for the course that asked for it, or another one of the bot
 * that the course has. The bot's set-up follows by the outbox. Repeating it changes nothing.
 */
export const saveBotToken = async (options: {
  req: PayloadRequest
  botId: string
  request: BotTokenRequest
}): Promise<BotTokenResponse> => {
  const { req, botId } = options
  const { telegramBotId, sealedToken } = options.request
  return inTransaction(req, async () => {
    const bot = await lockCourseBot({ req, botId })
    await lockBot({ req, telegramBotId })
    const managed = await findManagedBot(req, telegramBotId)
    if (!managed || bot.isRemoving) return { status: 'refused' }
    const isOurs = bot.telegramBotId === telegramBotId
    return isOurs ? refresh(req, bot, managed, sealedToken) : adopt(req, bot, managed, sealedToken)
  })
}
