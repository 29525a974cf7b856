import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { ReleaseStep } from '../../lesson/engine/release.ts'
import { stepMedia } from '../../releases/stepMedia.ts'
import { isUuid } from '../isUuid.ts'
import { transactionOf } from '../transactionOf.ts'

/** Until the request's transaction ends, nobody replaces or deletes a file that the steps or the bot's profile use. */
export const lockMedia = async (options: {
  req: PayloadRequest
  steps: ReleaseStep[]
  pictureId?: string | null
}): Promise<void> => {
  const { req, steps, pictureId } = options
  const ids = [...new Set([...steps.flatMap(stepMedia), pictureId ?? ''])].filter(isUuid)
  if (ids.length === 0) return
  const db = await transactionOf(req)
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  await db.execute(sql`SELECT 1 FROM media WHERE id IN (${list}) ORDER BY id FOR SHARE`)
}
