/**
 * SQL: how much speaks for a course `c`, from 0 to 1, whoever asks. Learners count by their order of magnitude; ratings
 * as if five people had given 3.5 stars before, so that a single one is no verdict.
 */
export const popularity = `(
  0.6 * least(1, ln(1 + c.students_count) / ln(100000)) +
  0.4 * ((coalesce(c.rating, 0) * coalesce(c.ratings_count, 0) + 3.5 * 5) / (coalesce(c.ratings_count, 0) + 5)) / 5)`
