import type { Payload } from 'payload'

import type { RunnerSubmission } from '../../contracts/runnerSubmissions.ts'
import { AppError } from '../../errors/AppError.ts'
import { isUuid } from '../isUuid.ts'
import { settleFiles } from './settleFiles.system.ts'

type Row = { id: string; fileId: string | null; botId: string | null }

/**
 * What is still to be fetched of a submission, or of the file of one answer. Without a bot nothing can be: then it is
 * settled at once.
 * @throws {AppError} notFound (404) when there is nothing to fetch, or no such thing
 */
export const describeFiles = async (options: {
  payload: Payload
  subjectId: string
}): Promise<RunnerSubmission> => {
  const { payload, subjectId } = options
  if (!isUuid(subjectId)) throw new AppError({ code: 'notFound', status: 404 })
  const { pool } = payload.db
  const { rows } = await pool.query<Row>(
    `SELECT f.id, f.source->>'fileId' AS "fileId", b.id AS "botId"
     FROM submission_files f
     LEFT JOIN bots b ON b.course_id = f.course_id AND b.sealed_token IS NOT NULL
     WHERE f.state = 'waiting' AND (f.assignment_id = $1::uuid OR f.id = $1::uuid)
     ORDER BY f.created_at, f.id`,
    [subjectId],
  )
  const lost = rows.filter(({ fileId, botId }) => fileId === null || botId === null).map(({ id }) => id)
  if (lost.length > 0)
    await pool.query(
      `UPDATE submission_files SET state = 'gone' WHERE id = ANY($1::uuid[]) AND state = 'waiting'`,
      [lost],
    )
  const files = rows.flatMap(({ id, fileId, botId }) =>
    fileId === null || botId === null ? [] : [{ id, fileId, botId }],
  )
  const [first] = files
  if (first === undefined) {
    await settleFiles({ payload, subjectId })
    throw new AppError({ code: 'notFound', status: 404 })
  }
  return { botId: first.botId, files: files.map(({ id, fileId }) => ({ id, fileId })) }
}
