/** SQL: whether the catalogue shows a course `c`, whose creator, if it has one, is `u`. */
export const isShown = `(
  c.is_listed IS TRUE AND c.is_published AND NOT c.is_archived AND coalesce(u.is_active, false))`
