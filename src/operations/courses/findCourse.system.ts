import type { Pool } from 'pg'

import type { ApiCourse } from '../../contracts/api/courses.ts'
import type { Offer } from '../../releases/offerOf.ts'
import { publicNameOf } from '../accounts/publicNameOf.ts'
import { boundSql } from '../boundSql.ts'
import { isShown } from '../catalogue/isShown.ts'
import { isTaught } from '../learning/enrollmentRow.ts'
import type { transactionOf } from '../transactionOf.ts'

type Db = Awaited<ReturnType<typeof transactionOf>>
type Written = Pick<
  ApiCourse,
  | 'id'
  | 'title'
  | 'category'
  | 'language'
  | 'tags'
  | 'difficultyLevel'
  | 'estimatedDuration'
  | 'timeZone'
  | 'pricingModel'
  | 'price'
  | 'currency'
  | 'priceStars'
  | 'author'
  | 'rating'
  | 'ratingsCount'
  | 'studentsCount'
  | 'stepsCount'
  | 'isPublished'
  | 'isArchived'
  | 'botUsername'
  | 'releaseNumber'
>

/** A course as it stands in the database, with what somebody may do with it. */
export type CourseRow = Written & {
  description: string | null
  isProtected: boolean | null
  isListed: boolean | null
  thumbnail: { id: string; hash: string | null } | null
  releaseId: string | null
  /** What is published; null: nothing ever was. */
  offer: Offer | null
  /** Milliseconds since 1970. */
  createdMs: number
  updatedMs: number
  /** Whether everybody may see it, and whether its learners may. */
  isShown: boolean
  isTaught: boolean
  isEditor: boolean
  isLearner: boolean
}

/** SQL: whether somebody may edit a course `c`, as `editorOf` says it of documents. */
const mayEdit = (user: string) => `EXISTS (
  SELECT 1 FROM users r WHERE r.id = ${user}::uuid AND r.is_active AND (
    r.role = 'admin' OR r.role = 'creator' AND (c.creator_id = r.id OR EXISTS (
      SELECT 1 FROM courses_rels t WHERE t.parent_id = c.id AND t.users_id = r.id AND t.path = 'coAuthors'))))`

/** SQL: what a `CourseRow` is made of, of courses `c` with their creators `u`. */
/** SQL: a file `m` that the course may show, as when it is published: of its authors, an administrator, or shown already. */
const isOfCourse = `(m.creator_id = c.creator_id
  OR EXISTS (SELECT 1 FROM courses_rels o WHERE o.parent_id = c.id AND o.path = 'coAuthors' AND o.users_id = m.creator_id)
  OR EXISTS (SELECT 1 FROM users a WHERE a.id = m.creator_id AND a.role = 'admin')
  OR EXISTS (SELECT 1 FROM releases o WHERE o.id = c.current_release_id AND o.content->'media' ? m.id::text))`

const columns = (user: string) => `
  c.id, c.title, c.description, c.category::text, c.language::text, c.difficulty_level::float8 AS "difficultyLevel",
  c.estimated_duration::float8 AS "estimatedDuration", c.time_zone AS "timeZone", c.is_protected AS "isProtected", c.is_listed AS "isListed",
  c.pricing_model::text AS "pricingModel", c.price::float8, c.currency, c.price_stars::float8 AS "priceStars",
  c.rating::float8, coalesce(c.ratings_count, 0)::int AS "ratingsCount", c.students_count::int AS "studentsCount",
  c.is_published AS "isPublished", c.is_archived AS "isArchived", c.bot_username AS "botUsername",
  c.current_release_id AS "releaseId", c.offer,
  (extract(epoch FROM c.created_at) * 1000)::float8 AS "createdMs",
  (extract(epoch FROM c.updated_at) * 1000)::float8 AS "updatedMs",
  ${publicNameOf('u')} AS author,
  (SELECT r.number::int FROM releases r WHERE r.id = c.current_release_id) AS "releaseNumber",
  ARRAY(SELECT t.text FROM courses_texts t WHERE t.parent_id = c.id AND t.path = 'tags' ORDER BY t."order") AS tags,
  (SELECT jsonb_build_object('id', m.id, 'hash', m.hash) FROM media m WHERE m.id = c.thumbnail_id AND ${isOfCourse}) AS thumbnail,
  (SELECT count(*)::int FROM steps s WHERE s.course_id = c.id AND s.deleted_at IS NULL) AS "stepsCount",
  ${isShown} AS "isShown", ${isTaught} AS "isTaught", ${mayEdit(user)} AS "isEditor",
  EXISTS (SELECT 1 FROM enrollments e WHERE e.course_id = c.id AND e.user_id = ${user}::uuid) AS "isLearner"`

const statement = `
  SELECT ${columns('$2')} FROM courses c LEFT JOIN users u ON u.id = c.creator_id WHERE c.id = $1`

/** @param within a transaction in which it may have been changed; left out: as everybody sees it */
export const findCourse = async (
  pool: Pool,
  { courseId, userId }: { courseId: string; userId: string | null },
  within?: Db,
): Promise<CourseRow | null> => {
  const values = [courseId, userId]
  const { rows } =
    within === undefined
      ? await pool.query<CourseRow>({ name: 'find-course', text: statement, values })
      : await within.execute<CourseRow>(boundSql(statement, values))
  return rows[0] ?? null
}

/** Courses that somebody writes, last changed first. Admins see theirs, like everybody else. */
export const findOwnCourses = async (
  pool: Pool,
  { userId, page, limit }: { userId: string; page: number; limit: number },
): Promise<{ rows: CourseRow[]; total: number }> => {
  const isOwn = `(c.creator_id = $1::uuid OR EXISTS (
    SELECT 1 FROM courses_rels t WHERE t.parent_id = c.id AND t.users_id = $1::uuid AND t.path = 'coAuthors'))
    AND ${mayEdit('$1')}`
  const { rows } = await pool.query<CourseRow>(
    `SELECT ${columns('$1')} FROM courses c LEFT JOIN users u ON u.id = c.creator_id
     WHERE ${isOwn} ORDER BY c.updated_at DESC, c.id LIMIT $2 OFFSET $3`,
    [userId, limit, (page - 1) * limit],
  )
  const counted = await pool.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM courses c WHERE ${isOwn}`,
    [userId],
  )
  return { rows, total: counted.rows[0]?.total ?? 0 }
}
