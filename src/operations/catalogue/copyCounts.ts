import { popularity } from './popularity.ts'

/** SQL: what learners make of courses, as their entries of the catalogue show it; where it is added says of which. */
export const copyCounts = `
  UPDATE catalogue e
  SET rating = c.rating, ratings_count = coalesce(c.ratings_count, 0), students_count = c.students_count,
      popularity = ${popularity}
  FROM courses c WHERE c.id = e.course_id AND c.id`
