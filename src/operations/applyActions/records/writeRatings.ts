import type { PoolClient } from 'pg'

import { learnerName } from '../learnerName.ts'
import type { RecordOf } from './writeRecords.ts'

/**
 * What learners think of their courses, once each. The courses' averages are not written here (see refreshRatings): a
 * row that all of a course's learners share would make them wait for each other.
 */
export const writeRatings = async (
  client: PoolClient,
  ratings: RecordOf<'rating'>[],
  now: string,
): Promise<void> => {
  const last = new Map(ratings.map((rating) => [rating.change.row.enrollmentId, rating]))
  await client.query({
    name: 'write-ratings',
    text: `
      INSERT INTO ratings AS r (course_id, user_id, learner_name, stars, comment, changed_at)
      SELECT k.course, k.user, k.name, k.stars, k.comment, $2::timestamptz
      FROM jsonb_to_recordset($1::jsonb) AS k(course uuid, "user" uuid, name text, stars numeric, comment text)
      ORDER BY k.course, k.user
      ON CONFLICT (course_id, user_id) DO UPDATE
      SET stars = excluded.stars, comment = coalesce(excluded.comment, r.comment),
          learner_name = excluded.learner_name, changed_at = excluded.changed_at`,
    values: [
      JSON.stringify(
        [...last.values()].map(({ record, change: { row, action } }) => ({
          course: row.courseId,
          user: row.userId,
          name: action ? learnerName(action.learner) : '—',
          stars: record.stars,
          comment: record.comment,
        })),
      ),
      now,
    ],
  })
}
