import type { Payload } from 'payload'

import type { Locale } from '../../contracts/locale.ts'
import type { RunnerDeliveryResponse } from '../../contracts/runnerDelivery.ts'
import { AppError } from '../../errors/AppError.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'
import { localeOf } from '../applyActions/localeOf.ts'
import type { RecentUpdate } from '../applyActions/types.ts'
import { unsentEffects } from '../applyActions/unsentEffects.ts'
import { isUuid } from '../isUuid.ts'

type Row = {
  botId: string
  telegramUserId: number
  languageCode: string | null
  locale: Locale | null
  courseLanguage: string
  state: LearnerState
  updates: RecentUpdate[]
  isTest: boolean
}

/** What a learner still has to be sent. Views that a newer one has replaced are left out, as are toasts. */
export const getUnsentDelivery = async (options: {
  payload: Payload
  enrollmentId: string
}): Promise<RunnerDeliveryResponse> => {
  const { payload, enrollmentId } = options
  const { rows } = isUuid(enrollmentId)
    ? await payload.db.pool.query<Row>(
        `SELECT b.id AS "botId", u.telegram_id::float8 AS "telegramUserId", u.language_code AS "languageCode", u.locale::text AS locale,
                coalesce(r.content->>'language', c.language::text) AS "courseLanguage", e.state, e.updates,
                false AS "isTest"
         FROM enrollments e JOIN users u ON u.id = e.user_id JOIN courses c ON c.id = e.course_id
         JOIN bots b ON b.course_id = c.id
         LEFT JOIN releases r ON r.id = c.current_release_id WHERE e.id = $1
         UNION ALL
         SELECT b.id, t.telegram_id::float8, t.language_code,
                CASE WHEN t.state->'chosen' ? 'locale' THEN t.state->'chosen'->>'locale' ELSE u.locale::text END,
                coalesce(r.content->>'language', c.language::text), t.state,
                t.updates, true
         FROM testers t LEFT JOIN users u ON u.telegram_id = t.telegram_id JOIN courses c ON c.id = t.course_id JOIN bots b ON b.course_id = c.id
         JOIN releases r ON r.id = b.preview_release_id WHERE t.id = $1`,
        [enrollmentId],
      )
    : { rows: [] }
  const [row] = rows
  if (!row) throw new AppError({ code: 'notFound', status: 404 })
  const unsent = row.state.isBlocked
    ? []
    : row.updates
        .map(({ id, effects = [] }) => ({
          updateId: id,
          effects: unsentEffects(effects, row.state).filter(({ type }) => type !== 'toast'),
        }))
        .filter(({ effects }) => effects.length > 0)
  return {
    botId: row.botId,
    telegramUserId: row.telegramUserId,
    locale: localeOf(row, row.courseLanguage),
    ...(row.isTest && { isTest: true }),
    unsent,
  }
}
