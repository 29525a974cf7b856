import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { BotRequest } from '../../payload-types.ts'

/** The open request of a locked course, if it has one, is open no more. */
export const closeRequest = async (options: {
  req: PayloadRequest
  courseId: string
  state: Exclude<BotRequest['state'], 'open'>
}): Promise<BotRequest | null> => {
  const { req, courseId, state } = options
  const { docs } = await req.payload.find({
    collection: slugs.botRequests,
    where: { and: [{ course: { equals: courseId } }, { state: { equals: 'open' } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const [open] = docs
  if (!open) return null
  const isExpired = state === 'cancelled' && open.expiresAt <= nowIso()
  return req.payload.update({
    collection: slugs.botRequests,
    id: open.id,
    data: { state: isExpired ? 'expired' : state },
    req,
  })
}
