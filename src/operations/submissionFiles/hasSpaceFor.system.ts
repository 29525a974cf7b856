import type { Payload } from 'payload'

import type { SubmissionFile } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'

const megabyte = 1024 * 1024
/** So much one learner may have handed in within one course. */
const maxBytes = 1000 * megabyte

export const hasSpaceFor = async (options: {
  payload: Payload
  file: SubmissionFile
  bytes: number
}): Promise<boolean> => {
  const { payload, file, bytes } = options
  const { rows } = await payload.db.pool.query<{ bytes: number }>(
    `SELECT coalesce(sum(filesize), 0)::float8 AS bytes FROM submission_files
     WHERE enrollment_id = $1::uuid AND purpose <> 'feedback'`,
    [idOf(file.enrollment)],
  )
  return (rows[0]?.bytes ?? 0) + bytes <= maxBytes
}
