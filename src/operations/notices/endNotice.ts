import type { PoolClient } from 'pg'

import type { NoticeReason, NoticeStatus } from '../../contracts/notice.ts'

/** Nothing more happens to a notice, in the caller's transaction, in which its row is locked. */
export const endNotice = async (
  client: PoolClient,
  {
    noticeId,
    status,
    reason = null,
    detail = null,
    now,
  }: {
    noticeId: string
    status: NoticeStatus
    reason?: NoticeReason | null
    detail?: string | null
    now: string
  },
): Promise<void> => {
  await client.query({
    name: 'end-notice',
    text: `
      WITH ended AS (
        UPDATE notices SET status = $2::text::enum_notices_status, reason = $3::text::enum_notices_reason, detail = $5,
               sent_at = CASE WHEN $2::text = 'sent' THEN $4::timestamptz ELSE sent_at END
        WHERE id = $1::uuid
      )
      DELETE FROM outbox WHERE topic = 'notice' AND subject = $1::text`,
    values: [noticeId, status, reason, now, detail],
  })
}
