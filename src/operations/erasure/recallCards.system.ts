import { sql } from '@payloadcms/db-postgres'

import { nowIso } from '../../clock.ts'
import type { transactionOf } from '../transactionOf.ts'

/**
 * Before a learner's answers go: whoever reviewed them, or was to, is shown that they are gone, in place of what was
 * shown of them; and digests count anew.
 */
export const recallCards = async (
  db: Awaited<ReturnType<typeof transactionOf>>,
  { enrollmentId, courseId }: { enrollmentId: string; courseId: string },
): Promise<void> => {
  const answers = sql`SELECT id::text FROM assignments WHERE enrollment_id = ${enrollmentId}::uuid`
  await db.execute(sql`DELETE FROM review_cards WHERE message_id IS NULL AND subject IN (${answers})`)
  await db.execute(sql`
    WITH cards AS (
      UPDATE review_cards SET is_open = true WHERE subject IN (${answers}) RETURNING user_id
    ), told AS (
      SELECT user_id FROM cards
      UNION
      SELECT user_id FROM review_cards
      WHERE subject = 'digest' AND is_open AND EXISTS (${answers}) AND user_id IN (
        SELECT creator_id FROM courses WHERE id = ${courseId}::uuid
        UNION ALL
        SELECT users_id FROM courses_rels WHERE parent_id = ${courseId}::uuid AND path IN ('coAuthors', 'mentors'))
    )
    INSERT INTO outbox (topic, subject, due_at, times_queued)
    SELECT 'reviewer', u.id::text, ${nowIso()}::timestamptz, 0 FROM users u JOIN told ON told.user_id = u.id
    WHERE u.telegram_id IS NOT NULL AND u.is_active ORDER BY u.id`)
}
