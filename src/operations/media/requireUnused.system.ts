import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { notDeletable } from '../../errors/notDeletable.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import { isUuid } from '../isUuid.ts'
import { transactionOf } from '../transactionOf.ts'

/**
 * What a release names stays as it is: learners go on with releases of long ago. The file's row is locked, as
 * publishing locks it, so that neither overlooks the other.
 * @throws {AppError} fileIsUsed (409) with the courses' titles
 */
export const requireUnused = async ({ req, id }: { req: PayloadRequest; id: unknown }): Promise<void> => {
  const mediaId = String(id)
  if (!isUuid(mediaId)) return
  const db = await transactionOf(req)
  await db.execute(sql`SELECT 1 FROM media WHERE id = ${mediaId}::uuid FOR UPDATE`)
  const { rows } = await db.execute<{ title: string }>(sql`
    SELECT DISTINCT c.title FROM releases r JOIN courses c ON c.id = r.course_id
    WHERE r.content->'media' ? ${mediaId} ORDER BY c.title LIMIT 20`)
  if (rows.length === 0) return
  const locale = localeFrom(req.i18n?.language)
  const courses = rows.map(({ title }) => translate(locale, 'publish.change.quoted', { title })).join(', ')
  throw notDeletable({ req, code: 'fileIsUsed', details: { courses } })
}
