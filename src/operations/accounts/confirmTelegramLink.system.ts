import type { PayloadRequest } from 'payload'

import type { LinkAccountRequest, LinkAccountResponse } from '../../contracts/platform.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { listOpenRequests } from '../platform/listOpenRequests.system.ts'
import { findCode } from './findCode.system.ts'
import { linkTelegram } from './linkTelegram.system.ts'
import { spendCode } from './spendCode.system.ts'

/** Somebody opened the platform bot with a code of `askForTelegramLink`. */
export const confirmTelegramLink = async (
  req: PayloadRequest,
  { code, person }: LinkAccountRequest,
): Promise<LinkAccountResponse> =>
  inTransaction(req, async () => {
    const found = await findCode({ req, kind: 'account', code, telegramUserId: person.id })
    if (!('code' in found)) return { status: found.status, requests: [] }
    const userId = idOf(found.code.user)
    if (userId === null) return { status: 'unknown', requests: [] }
    if (found.status === 'good') {
      const outcome = await linkTelegram({ req, userId, person })
      if (outcome !== 'linked') return { status: outcome === 'taken' ? 'taken' : 'unknown', requests: [] }
      await spendCode({ req, codeId: found.code.id, telegramUserId: person.id })
    }
    return { status: 'linked', requests: await listOpenRequests({ req, userId }) }
  })
