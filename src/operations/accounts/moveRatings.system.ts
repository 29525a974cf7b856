import { sql } from '@payloadcms/db-postgres'

import type { transactionOf } from '../transactionOf.ts'

/** How one account rated courses becomes another's; of two ratings of a course the later one stays. */
export const moveRatings = async (
  db: Awaited<ReturnType<typeof transactionOf>>,
  { from, to }: { from: string; to: string },
): Promise<void> => {
  await db.execute(sql`
    DELETE FROM ratings r USING ratings later
    WHERE r.user_id IN (${from}::uuid, ${to}::uuid) AND later.user_id IN (${from}::uuid, ${to}::uuid)
      AND later.course_id = r.course_id AND (r.changed_at, r.id) < (later.changed_at, later.id)`)
  await db.execute(sql`UPDATE ratings SET user_id = ${to}::uuid WHERE user_id = ${from}::uuid`)
}
