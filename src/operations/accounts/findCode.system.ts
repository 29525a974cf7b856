import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { now } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { LinkCode } from '../../payload-types.ts'
import { transactionOf } from '../transactionOf.ts'
import { hashCode } from './hashCode.ts'

export type FoundCode =
  | { status: 'unknown' | 'expired' | 'used' }
  /** The same person brings it again: an update came twice. */
  | { status: 'repeated'; code: LinkCode }
  | { status: 'good'; code: LinkCode }

/** Looks at a code and holds it until the transaction ends, so that two people never use one. */
export const findCode = async (options: {
  req: PayloadRequest
  kind: LinkCode['kind']
  code: string
  telegramUserId: number
}): Promise<FoundCode> => {
  const { req, kind, telegramUserId } = options
  const hash = hashCode(options.code)
  const db = await transactionOf(req)
  await db.execute(sql`SELECT 1 FROM link_codes WHERE hash = ${hash} FOR UPDATE`)
  const { docs } = await req.payload.find({
    collection: slugs.linkCodes,
    where: { and: [{ hash: { equals: hash } }, { kind: { equals: kind } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const code = docs[0]
  if (!code?.user) return { status: 'unknown' }
  if (code.usedAt) return code.usedBy === telegramUserId ? { status: 'repeated', code } : { status: 'used' }
  return new Date(code.expiresAt) <= now() ? { status: 'expired' } : { status: 'good', code }
}
