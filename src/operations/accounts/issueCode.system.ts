import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { now } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { TeamRole } from '../../contracts/team.ts'
import type { LinkCode } from '../../payload-types.ts'
import { hashCode } from './hashCode.ts'

export type IssuedCode = { code: string; expiresAt: string }

const usualLifeMs = 10 * 60_000

/** A code for one use, good for ten minutes unless said otherwise. It is known to whoever asked alone: only its hash is kept. */
export const issueCode = async (options: {
  req: PayloadRequest
  kind: LinkCode['kind']
  userId: string
  courseId?: string
  telegramBotId?: number
  teamRole?: TeamRole
  lifeMs?: number
}): Promise<IssuedCode> => {
  const { req, kind, userId, courseId, telegramBotId, teamRole, lifeMs = usualLifeMs } = options
  const code = randomBytes(18).toString('base64url')
  const expiresAt = new Date(now().getTime() + lifeMs).toISOString()
  // Those of long ago tell nobody anything any more.
  await req.payload.delete({
    collection: slugs.linkCodes,
    where: {
      and: [
        { user: { equals: userId } },
        { expiresAt: { less_than: new Date(now().getTime() - 24 * usualLifeMs).toISOString() } },
      ],
    },
    req,
  })
  await req.payload.create({
    collection: slugs.linkCodes,
    data: { kind, hash: hashCode(code), user: userId, course: courseId, telegramBotId, teamRole, expiresAt },
    req,
  })
  return { code, expiresAt }
}
