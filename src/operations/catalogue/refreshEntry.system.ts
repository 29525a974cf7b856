import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { ReleaseContent } from '../../releases/buildReleaseContent.ts'
import { publishedOffer } from '../../releases/offerOf.ts'
import { idOf } from '../idOf.ts'
import { transactionOf } from '../transactionOf.ts'
import { catalogueCourse } from './catalogueCourse.system.ts'
import { isShown } from './isShown.ts'
import { lastTier } from './tiers.ts'

/**
 * Lets the catalogue follow what a course has become in the request's transaction: published or not, listed or not, of
 * whom. Courses that were published before there was a catalogue come into it when they are listed.
 */
export const refreshEntry = async (req: PayloadRequest, courseId: string): Promise<void> => {
  const db = await transactionOf(req)
  await db.execute(sql`
    DELETE FROM catalogue e USING courses c
    WHERE e.course_id = ${courseId}::uuid AND c.id = e.course_id AND (NOT c.is_published OR c.is_archived)`)
  const { rows } = await db.execute<{ has_entry: boolean }>(sql`
    WITH shown AS (
      UPDATE catalogue e SET tier = CASE WHEN ${sql.raw(isShown)} THEN coalesce(e.tier, ${lastTier}) END
      FROM courses c LEFT JOIN users u ON u.id = c.creator_id
      WHERE e.course_id = ${courseId}::uuid AND c.id = e.course_id RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM shown) AS has_entry`)
  if (rows[0]?.has_entry) return
  const course = await req.payload.findByID({ collection: slugs.courses, id: courseId, joins: false, req })
  const releaseId = idOf(course.currentRelease)
  const offer = publishedOffer(course)
  if (!course.isListed || !course.isPublished || course.isArchived || !releaseId || !offer) return
  const { content } = await req.payload.findByID({ collection: slugs.releases, id: releaseId, req })
  await catalogueCourse(req, offer, { id: releaseId, content: content as unknown as ReleaseContent })
}
