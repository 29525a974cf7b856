/**
 * SQL: whether somebody may review a row `a` of assignments of a course `c`, as `reviewerOf` says it of documents.
 * Authors may try their course out and review themselves; mentors may not.
 * @param user the parameter with the reviewer's id, as `$1`
 */
export const mayReview = (user: string): string => `EXISTS (
  SELECT 1 FROM users r WHERE r.id = ${user}::uuid AND r.is_active AND (
    r.role = 'admin'
    OR r.role = 'creator' AND (c.creator_id = r.id OR EXISTS (
      SELECT 1 FROM courses_rels t WHERE t.parent_id = c.id AND t.users_id = r.id AND t.path = 'coAuthors'))
    OR a.user_id <> r.id AND EXISTS (
      SELECT 1 FROM courses_rels t WHERE t.parent_id = c.id AND t.users_id = r.id AND t.path = 'mentors')))`

/** SQL: whether somebody is of the team of a course `c`: whom its submissions concern, unlike admins at large. */
export const isOfTeam = (user: string): string => `(c.creator_id = ${user}::uuid OR EXISTS (
  SELECT 1 FROM courses_rels t
  WHERE t.parent_id = c.id AND t.users_id = ${user}::uuid AND t.path IN ('coAuthors', 'mentors')))`

/** SQL: how a person `alias` is called among colleagues. */
export const nameOf = (alias: string): string =>
  `coalesce(nullif(trim(concat_ws(' ', ${alias}.first_name, ${alias}.last_name)), ''), ${alias}.username, ${alias}.email, '—')`
