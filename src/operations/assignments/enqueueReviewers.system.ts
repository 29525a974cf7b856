import type { PoolClient } from 'pg'

/** What a digest says may be some seconds old: of many changes it follows the last one. */
const digestDelayMs = 5000

/**
 * Has the chats of reviewers brought up to date, in the caller's transaction. `arrived`: these submissions can be
 * reviewed now, which every reviewer of their courses may be told · `changed`: claimed, given back or decided, which
 * concerns whoever was shown them, and the digests. Nudge the relay after the commit.
 *
 * A row that waits already is enough: it is held until the commit, so that it is not carried before.
 */
export const enqueueReviewers = async (
  client: PoolClient,
  options: { submissionIds: string[]; why: 'arrived' | 'changed'; now: string },
): Promise<void> => {
  const { submissionIds, why, now } = options
  const later = new Date(Date.parse(now) + digestDelayMs).toISOString()
  await client.query(
    `WITH team AS (
       SELECT DISTINCT k.user_id FROM assignments a
       CROSS JOIN LATERAL (
         SELECT creator_id AS user_id FROM courses WHERE id = a.course_id
         UNION ALL
         SELECT users_id FROM courses_rels
         WHERE parent_id = a.course_id AND path IN ('coAuthors', 'mentors')) k
       WHERE a.id = ANY($1::text[]::uuid[])
     ), shown AS (
       SELECT user_id, bool_or(subject = ANY($1::text[])) AS has_card FROM review_cards
       WHERE is_open AND (subject = ANY($1::text[]) OR subject = 'digest' AND user_id IN (SELECT user_id FROM team))
       GROUP BY user_id
     ), told AS (
       SELECT u.id::text AS subject,
              CASE WHEN $2::text = 'arrived' OR shown.has_card THEN $3::timestamptz ELSE $4::timestamptz END AS due_at
       FROM users u LEFT JOIN shown ON shown.user_id = u.id
       WHERE u.telegram_id IS NOT NULL AND u.is_active AND (
         shown.user_id IS NOT NULL
         OR $2::text = 'arrived' AND u.has_review_cards IS NOT FALSE AND u.id IN (SELECT user_id FROM team))
     ), waiting AS (
       SELECT subject, due_at FROM outbox
       WHERE topic = 'reviewer' AND queued_at IS NULL AND subject IN (SELECT subject FROM told)
       FOR KEY SHARE SKIP LOCKED
     )
     INSERT INTO outbox (topic, subject, due_at, times_queued)
     SELECT 'reviewer', told.subject, told.due_at, 0 FROM told
     WHERE NOT EXISTS (SELECT 1 FROM waiting w WHERE w.subject = told.subject AND w.due_at <= told.due_at)
     ORDER BY told.subject`,
    [submissionIds, why, now, later],
  )
}
