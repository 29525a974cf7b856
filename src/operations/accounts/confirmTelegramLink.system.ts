import type { PayloadRequest } from 'payload'

import type { LinkAccountRequest, LinkAccountResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { listOpenRequests } from '../platform/listOpenRequests.system.ts'
import { findCode } from './findCode.system.ts'
import { linkTelegram } from './linkTelegram.system.ts'
import { maskAddress } from './maskAddress.ts'
import { spendCode } from './spendCode.system.ts'

/** Somebody opened the platform bot with a code of `askForTelegramLink`. */
export const confirmTelegramLink = async (
  req: PayloadRequest,
  { code, person }: LinkAccountRequest,
): Promise<LinkAccountResponse> =>
  inTransaction(req, async () => {
    const found = await findCode({ req, kind: 'account', code, telegramUserId: person.id })
    const refused = (status: LinkAccountResponse['status']) => ({ status, account: null, requests: [] })
    if (!('code' in found)) return refused(found.status)
    const userId = idOf(found.code.user)
    if (userId === null) return refused('unknown')
    if (found.status === 'good') {
      const outcome = await linkTelegram({ req, userId, person, takesLearning: true })
      if (outcome !== 'linked') return refused(outcome === 'taken' ? 'taken' : 'unknown')
      await spendCode({ req, codeId: found.code.id, telegramUserId: person.id })
    }
    const { email } = await req.payload.findByID({ collection: slugs.users, id: userId, req })
    const account = email ? maskAddress(email) : null
    return { status: 'linked', account, requests: await listOpenRequests({ req, userId }) }
  })
