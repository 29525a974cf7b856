import type { PayloadRequest } from 'payload'

import type { OwnershipRequest, OwnershipResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { findCode } from '../accounts/findCode.system.ts'
import { linkTelegram } from '../accounts/linkTelegram.system.ts'
import { maskAddress } from '../accounts/maskAddress.ts'
import { spendCode } from '../accounts/spendCode.system.ts'
import { mayChangeCourse } from '../courses/mayChangeCourse.system.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { lockCourseBot } from './lockCourseBot.system.ts'

/**
 * Somebody opened a pasted bot with the nonce from its course's panel. It has to be the creator's linked Telegram
 * account. A creator who has none is linked by it, but not to whoever has learned here: the link may have been sent to
 * somebody else, who would give away what they learned. They show whose bot it is all the same, as anybody could who
 * never learned; the account stays as it was.
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
    const proven = (isLinked: boolean): OwnershipResponse => ({
      status: 'proven',
      account: isLinked && creator.email ? maskAddress(creator.email) : null,
    })
    if (found.status === 'repeated') return proven(creator.telegramId === person.id)

    if (!(await mayChangeCourse(req, creator, idOf(bot.course)))) return refused('unknown')
    if (creator.telegramId && creator.telegramId !== person.id) return refused('foreign')
    const link = { req, userId, person, takesLearning: false }
    const outcome = creator.telegramId ? 'linked' : await linkTelegram(link)
    if (outcome === 'taken' || outcome === 'gone') return refused(outcome === 'taken' ? 'taken' : 'unknown')
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
    return proven(outcome === 'linked')
  })
}
