import type { Payload } from 'payload'

import type { RunnerNoticeResponse } from '../../contracts/runnerNotices.ts'
import { AppError } from '../../errors/AppError.ts'
import { isUuid } from '../isUuid.ts'

/** Through which bot a notice goes that is not over. @throws {AppError} notFound (404): there is none */
export const findNotice = async (payload: Payload, noticeId: string): Promise<RunnerNoticeResponse> => {
  const { rows } = isUuid(noticeId)
    ? await payload.db.pool.query<RunnerNoticeResponse>({
        name: 'find-notice',
        text: `SELECT b.telegram_bot_id::float8 AS "telegramBotId"
               FROM notices n LEFT JOIN bots b ON b.course_id = n.course_id
               WHERE n.id = $1 AND n.status IN ('waiting', 'sending')`,
        values: [noticeId],
      })
    : { rows: [] }
  const [row] = rows
  if (!row) throw new AppError({ code: 'notFound', status: 404 })
  return row
}
