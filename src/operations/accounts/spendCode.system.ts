import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'

/** From now on the code is good for nothing; who used it is remembered, so that a repetition is known as one. */
export const spendCode = async (options: {
  req: PayloadRequest
  codeId: string
  telegramUserId: number
}): Promise<void> => {
  const { req, codeId, telegramUserId } = options
  await req.payload.update({
    collection: slugs.linkCodes,
    id: codeId,
    data: { usedAt: nowIso(), usedBy: telegramUserId },
    req,
  })
}
