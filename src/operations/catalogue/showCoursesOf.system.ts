import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'
import { isShown } from './isShown.ts'
import { lastTier } from './tiers.ts'

/** Shows a creator's courses in the catalogue, or hides them, by what the creator has become in the transaction. */
export const showCoursesOf = async (req: PayloadRequest, creatorId: string): Promise<void> => {
  const db = await transactionOf(req)
  await db.execute(sql`
    UPDATE catalogue e SET tier = CASE WHEN ${sql.raw(isShown)} THEN coalesce(e.tier, ${lastTier}) END
    FROM courses c LEFT JOIN users u ON u.id = c.creator_id
    WHERE c.creator_id = ${creatorId}::uuid AND e.course_id = c.id`)
}
