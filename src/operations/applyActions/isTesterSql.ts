/**
 * Whether somebody tests a course now instead of learning it: its test is open, and they are its creator or were let in.
 * Of a key `k` with its bot `b` and course `c`; `u` is their account, if they have one.
 */
export const isTesterSql = `(CASE WHEN b.preview_release_id IS NULL THEN false
  ELSE coalesce(c.creator_id = u.id, false) OR EXISTS (
    SELECT 1 FROM testers l
    WHERE l.course_id = c.id AND l.telegram_id = k.telegram_id AND NOT l.is_creator) END)`
