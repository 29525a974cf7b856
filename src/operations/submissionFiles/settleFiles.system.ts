import type { Payload } from 'payload'

/**
 * Nothing of a submission is to be fetched any more: whether all of it is kept is written down. Repeating it changes
 * nothing, and neither does asking before the last file has come.
 */
export const settleFiles = async (options: { payload: Payload; subjectId: string }): Promise<void> => {
  const { payload, subjectId } = options
  await payload.db.pool.query(
    `UPDATE assignments a SET files_state = (
       CASE WHEN EXISTS (SELECT 1 FROM submission_files f WHERE f.assignment_id = a.id AND f.state <> 'kept')
            THEN 'failed' ELSE 'kept' END)::enum_assignments_files_state
     WHERE a.id = $1::uuid AND a.files_state = 'waiting'
       AND NOT EXISTS (SELECT 1 FROM submission_files f WHERE f.assignment_id = a.id AND f.state = 'waiting')`,
    [subjectId],
  )
}
