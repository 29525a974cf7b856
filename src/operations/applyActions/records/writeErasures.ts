import type { PoolClient } from 'pg'

import type { RecordOf } from './writeRecords.ts'

/** Learners who asked to be forgotten: a job gives them their data first. */
export const writeErasures = async (
  client: PoolClient,
  erasures: RecordOf<'erasure'>[],
  now: string,
): Promise<void> => {
  await client.query({
    name: 'write-erasures',
    text: `
      INSERT INTO outbox (topic, subject, due_at, times_queued)
      SELECT 'erasure', subject, $2::timestamptz, 0 FROM unnest($1::text[]) AS subject`,
    values: [erasures.map(({ change }) => change.row.enrollmentId), now],
  })
}
