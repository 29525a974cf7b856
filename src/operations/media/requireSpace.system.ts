import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { readEnv } from '../../env.ts'
import { AppError } from '../../errors/AppError.ts'
import { transactionOf } from '../transactionOf.ts'

const megabyte = 1024 * 1024

/**
 * Holds a creator to the total of their files. Their row is locked, so that two uploads at once are counted one
 * after the other.
 * @param mediaId the file that is being replaced
 * @throws {AppError} mediaQuotaReached (422)
 */
export const requireSpace = async (options: {
  req: PayloadRequest
  creatorId: string
  bytes: number
  mediaId?: string
}): Promise<void> => {
  const { req, creatorId, bytes, mediaId = null } = options
  const creator = await req.payload.findByID({
    collection: slugs.users,
    id: creatorId,
    disableErrors: true,
    req,
  })
  if (creator?.role === 'admin') return
  const db = await transactionOf(req)
  await db.execute(sql`SELECT 1 FROM users WHERE id = ${creatorId}::uuid FOR NO KEY UPDATE`)
  const { rows } = await db.execute<{ bytes: number }>(sql`
    SELECT coalesce(sum(filesize), 0)::float8 AS bytes FROM media
    WHERE creator_id = ${creatorId}::uuid AND (${mediaId}::uuid IS NULL OR id <> ${mediaId}::uuid)`)
  const max = readEnv().MEDIA_QUOTA_MB
  const used = Math.ceil((rows[0]?.bytes ?? 0) / megabyte)
  if ((rows[0]?.bytes ?? 0) + bytes > max * megabyte)
    throw new AppError({ code: 'mediaQuotaReached', status: 422, details: { used, max } })
}
