import { randomUUID } from 'node:crypto'

import type { PoolClient } from 'pg'

import type { SubmissionItem } from '../../../contracts/submission.ts'
import { enqueueReviewers } from '../../assignments/enqueueReviewers.system.ts'
import type { RecordOf } from './writeRecords.ts'

type Submission = RecordOf<'submission'>
type Item = Submission['record']['items'][number]

const itemOf = ({ text, file }: Item): SubmissionItem => ({
  kind: file?.kind ?? 'text',
  text,
  file: file === null ? null : randomUUID(),
  name: file?.name ?? null,
  bytes: file?.bytes ?? null,
  duration: file?.duration ?? null,
  albumId: file?.albumId ?? null,
})

const rowsOf = ({ record, change }: Submission) => {
  const { row } = change
  const id = randomUUID()
  const items = record.items.map(itemOf)
  const texts = items.flatMap(({ text }) => text ?? [])
  const about = { assignment: id, enrollment: row.enrollmentId, user: row.userId, course: row.courseId }
  const submission = {
    ...{ id, ...about, step: record.stepId, title: record.stepTitle, release: record.releaseId },
    ...{ attempt: record.attempt, content: texts.join('\n\n'), items, late: record.isLate },
    ...{ at: record.submittedAt, max: record.maxScore, score: record.isApproved ? record.maxScore : null },
    status: record.isApproved ? 'approved' : 'pending',
    reviewed: record.isApproved ? record.submittedAt : null,
    history: record.isApproved ? [{ at: record.submittedAt, action: 'approved', by: null }] : [],
    files: items.some(({ file }) => file !== null) ? 'waiting' : 'kept',
  }
  const files = record.items.flatMap(({ file }, index) => {
    const item = items[index]
    return file === null || item?.file == null
      ? []
      : [
          {
            ...{ id: item.file, ...about, kind: file.kind, name: file.name, duration: file.duration },
            source: { fileId: file.fileId },
          },
        ]
  })
  return { submission, files }
}

/**
 * Answers that were handed in, their files, which are yet to be fetched, and the jobs that do so. An answer without
 * files is whole: its reviewers are told of it at once.
 */
export const writeSubmissions = async (
  client: PoolClient,
  submissions: Submission[],
  now: string,
): Promise<void> => {
  const rows = submissions.map(rowsOf)
  await client.query({
    name: 'write-submissions',
    text: `
      WITH k AS (
        SELECT * FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, enrollment uuid, "user" uuid, course uuid, step text,
               title text, release text, attempt int, content text, items jsonb, late boolean, at timestamptz, max numeric,
               score numeric, status text, reviewed timestamptz, history jsonb, files text)
      ), handed_in AS (
        INSERT INTO assignments (id, learner_name, step_title, course_id, step, release, enrollment_id, user_id, attempt,
               content, items, files_state, is_late, submitted_at, status, score, max_score, reviewed_at, history)
        SELECT k.id, e.learner_name, k.title, k.course, k.step, k.release, k.enrollment, k.user, k.attempt, k.content,
               k.items, k.files::enum_assignments_files_state, k.late, k.at, k.status::enum_assignments_status, k.score,
               k.max, k.reviewed, k.history
        FROM k JOIN enrollments e ON e.id = k.enrollment
        ORDER BY k.enrollment, k.step, k.attempt
      ), sent AS (
        INSERT INTO submission_files (id, original_name, kind, state, duration, purpose, user_id, course_id,
               enrollment_id, assignment_id, source)
        SELECT f.id, f.name, f.kind::enum_submission_files_kind, 'waiting', f.duration, 'submission', f.user, f.course,
               f.enrollment, f.assignment, f.source
        FROM jsonb_to_recordset($2::jsonb) AS f(id uuid, assignment uuid, enrollment uuid, "user" uuid, course uuid,
             kind text, name text, duration numeric, source jsonb)
      )
      INSERT INTO outbox (topic, subject, due_at, times_queued)
      SELECT 'submission', k.id::text, k.at, 0 FROM k WHERE k.files = 'waiting'`,
    values: [
      JSON.stringify(rows.map(({ submission }) => submission)),
      JSON.stringify(rows.flatMap(({ files }) => files)),
    ],
  })
  const submissionIds = rows.flatMap(({ submission: { id, files, status } }) =>
    files === 'kept' && status === 'pending' ? [id] : [],
  )
  if (submissionIds.length > 0) await enqueueReviewers(client, { submissionIds, why: 'arrived', now })
}
