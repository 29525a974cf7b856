import { sql } from '@payloadcms/db-postgres'
import type { AccessArgs, PayloadRequest, Where } from 'payload'

import { transactionOf } from '../operations/transactionOf.ts'
import { activeUser } from './activeUser.ts'
import { authorOf } from './authorOf.ts'

const owner = authorOf('creator')
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Their own files that the authors of a course show in it, for courses with several authors, the one who asks among them. */
const findShared = async (req: PayloadRequest, userId: string): Promise<string[]> => {
  const db = await transactionOf(req)
  const { rows } = await db.execute<{ id: string }>(sql`
    WITH authors AS (
      SELECT c.id AS course_id, c.creator_id AS user_id FROM courses c
      UNION ALL SELECT parent_id, users_id FROM courses_rels WHERE path = 'coAuthors'
    ), shared AS (
      SELECT c.id, c.thumbnail_id FROM courses c
      WHERE EXISTS (SELECT 1 FROM courses_rels r WHERE r.parent_id = c.id AND r.path = 'coAuthors')
        AND EXISTS (SELECT 1 FROM authors a WHERE a.course_id = c.id AND a.user_id = ${userId}::uuid)
    ), used AS (
      SELECT id AS course_id, thumbnail_id AS media_id FROM shared
      UNION SELECT shared.id, found[1]::uuid FROM steps s JOIN shared ON shared.id = s.course_id
        CROSS JOIN LATERAL regexp_matches(to_jsonb(s)::text, ${uuid}, 'g') AS found
    )
    SELECT DISTINCT m.id FROM used JOIN media m ON m.id = used.media_id
    JOIN authors a ON a.course_id = used.course_id AND a.user_id = m.creator_id`)
  return rows.map(({ id }) => id)
}

/**
 * Whoever uploaded a file, and the authors of a course that shows it: co-authors see each other's pictures where they
 * stand, and nothing else of each other's.
 */
export const mediaReader = async ({ req }: Pick<AccessArgs, 'req'>): Promise<boolean | Where> => {
  const own = owner({ req })
  const user = activeUser(req)
  if (typeof own === 'boolean' || user === null) return own
  // Asked several times a request.
  const shared = (req.context.sharedMedia ??= findShared(req, user.id)) as Promise<string[]>
  const ids = await shared
  return ids.length === 0 ? own : { or: [own, { id: { in: ids } }] }
}
