import { sql } from '@payloadcms/db-postgres'

import type { transactionOf } from '../transactionOf.ts'

/**
 * What one account reviews becomes another's: its places in teams, what it holds and has decided, and its cards in the
 * same chat. Who is in a team twice is there once.
 */
export const moveReviewing = async (
  db: Awaited<ReturnType<typeof transactionOf>>,
  { from, to }: { from: string; to: string },
): Promise<void> => {
  await db.execute(sql`
    DELETE FROM courses_rels r
    WHERE r.users_id = ${from}::uuid AND r.path IN ('coAuthors', 'mentors') AND (
      EXISTS (SELECT 1 FROM courses c WHERE c.id = r.parent_id AND c.creator_id = ${to}::uuid)
      OR EXISTS (SELECT 1 FROM courses_rels o WHERE o.parent_id = r.parent_id AND o.users_id = ${to}::uuid
                 AND o.path IN ('coAuthors', 'mentors')))`)
  await db.execute(sql`UPDATE courses_rels SET users_id = ${to}::uuid WHERE users_id = ${from}::uuid`)
  await db.execute(
    sql`UPDATE assignments SET claimed_by_id = ${to}::uuid WHERE claimed_by_id = ${from}::uuid`,
  )
  await db.execute(
    sql`UPDATE assignments SET reviewed_by_id = ${to}::uuid WHERE reviewed_by_id = ${from}::uuid`,
  )
  await db.execute(sql`DELETE FROM review_cards WHERE user_id = ${to}::uuid`)
  await db.execute(sql`UPDATE review_cards SET user_id = ${to}::uuid WHERE user_id = ${from}::uuid`)
  await db.execute(sql`DELETE FROM review_prompts WHERE user_id IN (${from}::uuid, ${to}::uuid)`)
}
