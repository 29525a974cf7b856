import type { PoolClient } from 'pg'

/** A notice waits until then, in the caller's transaction, in which its row is locked. */
export const putNoticeOff = async (
  client: PoolClient,
  { noticeId, dueAt }: { noticeId: string; dueAt: string },
): Promise<void> => {
  await client.query({
    name: 'put-notice-off',
    text: `
      WITH waiting AS (
        UPDATE notices SET status = 'waiting', due_at = $2::timestamptz, claimed_at = NULL WHERE id = $1::uuid
      )
      UPDATE outbox SET due_at = $2::timestamptz, queued_at = NULL WHERE topic = 'notice' AND subject = $1::text`,
    values: [noticeId, dueAt],
  })
}
