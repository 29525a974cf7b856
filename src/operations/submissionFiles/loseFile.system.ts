import type { Payload } from 'payload'

import type { LostFile } from '../../contracts/runnerSubmissions.ts'
import { AppError } from '../../errors/AppError.ts'
import { isUuid } from '../isUuid.ts'

/** A file will not come. One that has come stays. @throws {AppError} notFound (404) */
export const loseFile = async (options: {
  payload: Payload
  id: string
  reason: LostFile['reason']
}): Promise<void> => {
  const { payload, id, reason } = options
  if (!isUuid(id)) throw new AppError({ code: 'notFound', status: 404 })
  await payload.db.pool.query(
    `UPDATE submission_files SET state = $2::enum_submission_files_state, updated_at = now()
     WHERE id = $1::uuid AND state = 'waiting'`,
    [id, reason],
  )
}
