import type { PayloadRequest } from 'payload'

import type { OwnershipRequest, OwnershipResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { User } from '../../payload-types.ts'
import { findCode } from '../accounts/findCode.system.ts'
import { linkTelegram } from '../accounts/linkTelegram.system.ts'
import { maskAddress } from '../accounts/maskAddress.ts'
import { spendCode } from '../accounts/spendCode.system.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { lockCourseBot } from './lockCourseBot.system.ts'

/** Whose nonce it is may have given the course away since, or lost the account. */
const mayHaveBot = async (req: PayloadRequest, user: User, courseId: string | null): Promise<boolean> => {
  if (courseId === null || !user.isActive) return false
  if (user.role === 'admin') return true
  const course = await req.payload.findByID({
    collection: slugs.courses,
    id: courseId,
    depth: 0,
    joins: false,
    req,
  })
  return user.role === 'creator' && idOf(course.creator) === user.id
}

const hasLearned = async (req: PayloadRequest, telegramId: number): Promise<boolean> => {
  const where = { 'user.telegramId': { equals: telegramId } }
  return (await req.payload.count({ collection: slugs.enrollments, where, req })).totalDocs > 0
}

/**
 * Somebody opened a pasted bot with the nonce from its course's panel. It has to be the creator's linked Telegram
 * account; a creator who has none is linked by it. The link may have been sent to somebody else: whoever has learned
 * in Telegram links their account on their own account page, so that nobody gets what another one learned.
 */
export const proveOwnership = async (options: {
  req: PayloadRequest
  botId: string
  request: OwnershipRequest
}): Promise<OwnershipResponse> => {
  const { req, botId } = options
  const { nonce, person } = options.request
  return inTransaction(req, async (): Promise<OwnershipResponse> => {
    const bot = await lockCourseBot({ req, botId })
    const found = await findCode({ req, kind: 'ownership', code: nonce, telegramUserId: person.id })
    const refused = (status: OwnershipResponse['status']) => ({ status, account: null })
    if (!('code' in found)) return refused(found.status)
    const { code } = found
    const isOfThisBot = idOf(code.course) === idOf(bot.course) && code.telegramBotId === bot.telegramBotId
    const userId = idOf(code.user)
    if (!isOfThisBot || userId === null) return refused('unknown')
    const creator = await req.payload.findByID({ collection: slugs.users, id: userId, req })
    const proven = { status: 'proven', account: creator.email ? maskAddress(creator.email) : null } as const
    if (found.status === 'repeated') return proven

    if (!(await mayHaveBot(req, creator, idOf(bot.course)))) return refused('unknown')
    if (creator.telegramId && creator.telegramId !== person.id) return refused('foreign')
    if (!creator.telegramId && (await hasLearned(req, person.id))) return refused('hasLearned')
    const outcome = creator.telegramId ? 'linked' : await linkTelegram({ req, userId, person })
    if (outcome !== 'linked') return refused(outcome === 'taken' ? 'taken' : 'unknown')
    await spendCode({ req, codeId: code.id, telegramUserId: person.id })
    await req.payload.update({
      collection: slugs.bots,
      id: botId,
      data: {
        isProven: true,
        ownerTelegramId: person.id,
        state: 'settingUp',
        changedAt: new Date().toISOString(),
      },
      req,
    })
    return proven
  })
}
