import type { PayloadRequest } from 'payload'

import type { UnlinkAccountRequest, UnlinkAccountResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { inTransaction } from '../inTransaction.ts'
import { detachTelegram } from './detachTelegram.system.ts'

/**
 * Takes a Telegram account from whatever account with an address it is linked to: whoever was led to open somebody
 * else's link gets back what they learned. Learners' own rows are left alone.
 */
export const unlinkByTelegram = async (
  req: PayloadRequest,
  { telegramUserId }: UnlinkAccountRequest,
): Promise<UnlinkAccountResponse> =>
  inTransaction(req, async () => {
    const { docs } = await req.payload.find({
      collection: slugs.users,
      where: { and: [{ telegramId: { equals: telegramUserId } }, { email: { exists: true } }] },
      limit: 1,
      pagination: false,
      req,
    })
    const [account] = docs
    if (!account?.email) return { status: 'notLinked' }
    await detachTelegram({ req, userId: account.id })
    return { status: 'unlinked' }
  })
