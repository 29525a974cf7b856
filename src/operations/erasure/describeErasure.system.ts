import type { Payload } from 'payload'

import type { ErasureResponse } from '../../contracts/erasure.ts'
import type { Locale } from '../../contracts/locale.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { localeOf } from '../applyActions/localeOf.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import { isUuid } from '../isUuid.ts'
import { exportLearner } from './exportLearner.system.ts'

type Row = {
  botId: string | null
  telegramUserId: number | null
  languageCode: string | null
  locale: Locale | null
  courseLanguage: string
}

/** @throws {AppError} notFound (404): nobody asked to be forgotten, or they are */
export const describeErasure = async (options: {
  payload: Payload
  enrollmentId: string
}): Promise<ErasureResponse> => {
  const { payload, enrollmentId } = options
  const { rows } = isUuid(enrollmentId)
    ? await payload.db.pool.query<Row>(
        `SELECT b.id AS "botId", u.telegram_id::float8 AS "telegramUserId", u.language_code AS "languageCode",
                u.locale::text AS locale, c.language::text AS "courseLanguage"
         FROM enrollments e JOIN users u ON u.id = e.user_id JOIN courses c ON c.id = e.course_id
         LEFT JOIN bots b ON b.course_id = c.id AND b.sealed_token IS NOT NULL
         WHERE e.id = $1 AND e.state->>'isErasing' = 'true'`,
        [enrollmentId],
      )
    : { rows: [] }
  const [row] = rows
  if (!row) throw new AppError({ code: 'notFound', status: 404 })
  const exported = await exportLearner(payload.db.pool, enrollmentId)
  await recordAudit(payload.db.pool, {
    act: 'learnerExported',
    actor: null,
    on: slugs.enrollments,
    id: enrollmentId,
  })
  return {
    botId: row.botId,
    telegramUserId: row.telegramUserId,
    locale: localeOf(row, row.courseLanguage),
    filename: 'my-data.json',
    document: JSON.stringify(exported, null, 2),
  }
}
