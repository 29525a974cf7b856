import type { Pool, PoolClient } from 'pg'

import { AppError } from '../../errors/AppError.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'
import type { Release } from '../../lesson/engine/release.ts'
import { firstZone } from '../../lesson/time/firstZone.ts'
import { isUuid } from '../isUuid.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { isOfTeam } from '../assignments/reviewScope.ts'

export type TaughtLearner = { state: LearnerState; release: Release | null; timeZone: string }

/**
 * A learner of a course that somebody teaches: its creator, co-authors and mentors, and admins.
 * @throws {AppError} notFound (404), also for everybody else
 */
export const findTaughtLearner = async (
  db: Pool | PoolClient,
  { enrollmentId, userId }: { enrollmentId: string; userId: string },
): Promise<TaughtLearner> => {
  const { rows } = isUuid(enrollmentId)
    ? await db.query<{ state: LearnerState; releaseId: string | null; timeZone: string | null }>(
        `SELECT e.state, c.current_release_id AS "releaseId", l.time_zone AS "timeZone"
         FROM enrollments e JOIN courses c ON c.id = e.course_id JOIN users l ON l.id = e.user_id
         JOIN users r ON r.id = $2::uuid AND r.is_active
         WHERE e.id = $1::uuid AND (r.role = 'admin' OR ${isOfTeam('$2')})`,
        [enrollmentId, userId],
      )
    : { rows: [] }
  const [row] = rows
  if (row === undefined) throw new AppError({ code: 'notFound', status: 404 })
  const { state, releaseId } = row
  const release = releaseId === null ? null : ((await loadRelease(db, releaseId)) ?? null)
  return { state, release, timeZone: firstZone(row.timeZone, release?.timeZone) }
}
