import type { Pool } from 'pg'

import type { ApiCourse } from '../../contracts/api/courses.ts'
import type { ApiSteps } from '../../contracts/api/steps.ts'
import { publicNameOf } from '../accounts/publicNameOf.ts'
import { isShown } from '../catalogue/isShown.ts'
import { createMediaLink } from '../media/mediaLink.ts'
import type { Offer } from '../../releases/offerOf.ts'
import { versionOf } from '../versionOf.ts'

type Made<Answer> = { answer: Answer; updatedMs: number } | null

type CourseRow = Omit<
  ApiCourse,
  keyof Offer | 'view' | 'version' | 'thumbnail' | 'createdAt' | 'updatedAt'
> & {
  offer: Offer
  thumbnail: { id: string; hash: string } | null
  createdMs: number
  updatedMs: number
}

/** SQL: courses `c` with their current release `r` that anybody may see; `as`: what of its content is read, at one go. */
const published = (as = '') => `FROM courses c JOIN releases r ON r.id = c.current_release_id
  LEFT JOIN users u ON u.id = c.creator_id ${as} WHERE c.id = $1 AND ${isShown}`

const content = `CROSS JOIN LATERAL jsonb_to_record(r.content) AS k(
  title text, description text, language text, "estimatedDuration" float8, "timeZone" text, "isProtected" boolean,
  profile jsonb, media jsonb)`

const updatedMs = `(extract(epoch FROM c.updated_at) * 1000)::float8 AS "updatedMs"`

/** What anybody sees of a course: what was published last. */
export const readPublishedCourse = async (pool: Pool, courseId: string): Promise<Made<ApiCourse>> => {
  const { rows } = await pool.query<CourseRow>({
    name: 'published-course',
    text: `
      SELECT c.id, k.title, k.description, k.language, c.offer, k."estimatedDuration", k."timeZone",
             coalesce(k."isProtected", false) AS "isProtected", c.is_listed AS "isListed",
             c.rating::float8, coalesce(c.ratings_count, 0)::int AS "ratingsCount",
             c.students_count::int AS "studentsCount", r.steps_count::int AS "stepsCount",
             c.is_published AS "isPublished", c.is_archived AS "isArchived", r.number::int AS "releaseNumber",
             c.bot_username AS "botUsername", (extract(epoch FROM c.created_at) * 1000)::float8 AS "createdMs",
             ${updatedMs}, k.media->(k.profile->>'pictureId') AS thumbnail,
             ${publicNameOf('u')} AS author
      ${published(content)}`,
    values: [courseId],
  })
  const [row] = rows
  if (row === undefined) return null
  const { createdMs, updatedMs: changedMs, thumbnail, offer, ...course } = row
  const answer = {
    ...course,
    ...offer,
    view: 'outline' as const,
    version: versionOf(changedMs, course.releaseNumber ?? 0),
    thumbnail: thumbnail && { id: thumbnail.id, url: createMediaLink(thumbnail) },
    createdAt: new Date(createdMs).toISOString(),
    updatedAt: new Date(changedMs).toISOString(),
  }
  return { answer, updatedMs: changedMs }
}

type Outline = Extract<ApiSteps, { view: 'outline' }>

/** The contents of a course as anybody sees them. */
export const readOutline = async (pool: Pool, courseId: string): Promise<Made<Outline>> => {
  const { rows } = await pool.query<{ steps: Outline['steps']; number: number; updatedMs: number }>({
    name: 'published-outline',
    text: `
      SELECT r.number::int, ${updatedMs}, (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', s->'id', 'title', s->'title', 'stepType', s->'stepType', 'section', s->'section',
          'isRequired', s->'isRequired', 'estimatedDuration', s->'estimatedDuration', 'orderIndex', place) ORDER BY place), '[]')
        FROM jsonb_array_elements(r.content->'steps') WITH ORDINALITY AS step(s, place)) AS steps
      ${published()}`,
    values: [courseId],
  })
  const [row] = rows
  if (row === undefined) return null
  const answer = { view: 'outline' as const, steps: row.steps, version: versionOf(row.updatedMs, row.number) }
  return { answer, updatedMs: row.updatedMs }
}
