import type { Pool, PoolClient } from 'pg'

import { AppError } from '../../errors/AppError.ts'
import { isUuid } from '../isUuid.ts'
import { mayReview, nameOf } from './reviewScope.ts'

type Row = {
  status: 'pending' | 'approved' | 'rejected'
  decidedBy: string | null
  claimedBy: string
  claimedUntil: string
  isHeld: boolean
}

/**
 * Says why a submission cannot be claimed or decided.
 * @throws {AppError} submissionDecided (409) with who decided and how, submissionClaimed (409) with who holds it,
 * notFound (404), also for whoever may not review it
 */
export const refuseReview = async (
  db: Pool | PoolClient,
  options: { submissionId: string; userId: string; now: string },
): Promise<never> => {
  const { submissionId, userId, now } = options
  const { rows } = isUuid(submissionId)
    ? await db.query<Row>(
        `SELECT a.status::text AS status, CASE WHEN d.id IS NULL THEN NULL ELSE ${nameOf('d')} END AS "decidedBy",
                ${nameOf('h')} AS "claimedBy", a.claimed_until AS "claimedUntil",
                (a.claimed_by_id <> $2::uuid AND a.claimed_until > $3::timestamptz) IS TRUE AS "isHeld"
         FROM assignments a JOIN courses c ON c.id = a.course_id
         LEFT JOIN users d ON d.id = a.reviewed_by_id LEFT JOIN users h ON h.id = a.claimed_by_id
         WHERE a.id = $1 AND ${mayReview('$2')}`,
        [submissionId, userId, now],
      )
    : { rows: [] }
  const [row] = rows
  if (row === undefined) throw new AppError({ code: 'notFound', status: 404 })
  if (row.status !== 'pending') {
    const { status: verdict, decidedBy } = row
    const details = { verdict, by: decidedBy ?? '', isAutomatic: decidedBy === null ? 'yes' : 'no' }
    throw new AppError({ code: 'submissionDecided', status: 409, details })
  }
  if (row.isHeld)
    throw new AppError({
      code: 'submissionClaimed',
      status: 409,
      details: { by: row.claimedBy, until: new Date(row.claimedUntil).toISOString() },
    })
  // It was let go, or given back, just now.
  throw new AppError({ code: 'submissionChanged', status: 409 })
}
