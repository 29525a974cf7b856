import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { Bot } from '../../payload-types.ts'
import { firstCheckAt } from '../fleet/checkEvery.ts'

/** The course's bot row; made now, waiting for its token, if there is none. The course is locked by the caller. */
export const askForBot = async ({
  req,
  courseId,
}: {
  req: PayloadRequest
  courseId: string
}): Promise<Bot> => {
  const { docs } = await req.payload.find({
    collection: slugs.bots,
    where: { course: { equals: courseId } },
    limit: 1,
    pagination: false,
    showHiddenFields: true,
    req,
  })
  if (docs[0]) return docs[0] as Bot
  return (await req.payload.create({
    collection: slugs.bots,
    data: {
      course: courseId,
      state: 'waitingForToken',
      isPaused: false,
      isManaged: false,
      isProven: false,
      isRemoving: false,
      rendering: 'auto',
      key: randomBytes(16).toString('base64url'),
      secretVersion: 0,
      applied: {},
      checkDueAt: firstCheckAt(),
      changedAt: new Date().toISOString(),
    },
    showHiddenFields: true,
    req,
  })) as Bot
}
