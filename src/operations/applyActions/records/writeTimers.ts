import type { PoolClient } from 'pg'

import type { RecordOf } from './writeRecords.ts'

/** Of what was set twice in one batch the last one counts. */
const lastOfEach = (timers: RecordOf<'timer'>[]): RecordOf<'timer'>[] => [
  ...new Map(
    timers.map((timer): [string, RecordOf<'timer'>] => {
      const { kind, stepId, attempt } = timer.record
      return [[timer.change.row.enrollmentId, kind, stepId, attempt].join(' '), timer]
    }),
  ).values(),
]

/** In the order of their keys, so that two batches never wait for each other in a circle. */
export const writeTimers = async (client: PoolClient, timers: RecordOf<'timer'>[]): Promise<void> => {
  await client.query({
    name: 'write-timers',
    text: `
      INSERT INTO timers (enrollment_id, course, kind, step, attempt, due_at, tries)
      SELECT k.enrollment, k.course, k.kind::enum_timers_kind, k.step, k.attempt, k.due, 0
      FROM jsonb_to_recordset($1::jsonb) AS k(enrollment uuid, course text, kind text, step text, attempt int, due timestamptz)
      ORDER BY k.enrollment, k.kind, k.step, k.attempt
      ON CONFLICT (enrollment_id, kind, step, attempt) DO UPDATE SET due_at = excluded.due_at, tries = 0`,
    values: [
      JSON.stringify(
        lastOfEach(timers).map(({ record, change }) => ({
          enrollment: change.row.enrollmentId,
          course: change.row.courseId,
          kind: record.kind,
          step: record.stepId,
          attempt: record.attempt,
          due: record.dueAt,
        })),
      ),
    ],
  })
}
