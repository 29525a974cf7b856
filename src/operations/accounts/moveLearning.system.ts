import { sql } from '@payloadcms/db-postgres'

import { nowIso } from '../../clock.ts'
import { noStep } from '../../lesson/engine/drip/noStep.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'
import type { transactionOf } from '../transactionOf.ts'
import { recountCourses } from '../courses/recountCourses.system.ts'
import { mergeStates } from './mergeStates.ts'
import { moveRatings } from './moveRatings.system.ts'

type Database = Awaited<ReturnType<typeof transactionOf>>

type Enrollment = { id: string; userId: string; courseId: string; state: LearnerState }

/**
 * Courses that both have taken: the row of `from` goes on, with what the other had done besides.
 *
 * @returns ids of these courses
 */
const joinTwice = async (db: Database, rows: Enrollment[], to: string): Promise<string[]> => {
  const joined: string[] = []
  const others = rows.filter(({ userId }) => userId === to)
  for (const kept of rows.filter(({ userId }) => userId !== to)) {
    const other = others.find(({ courseId }) => courseId === kept.courseId)
    if (!other) continue
    joined.push(kept.courseId)
    const state = JSON.stringify(mergeStates(kept.state, other.state))
    await db.execute(
      sql`UPDATE facts SET enrollment_id = ${kept.id}::uuid WHERE enrollment_id = ${other.id}::uuid`,
    )
    // Numbered on after those of the row that stays: see `mergeStates`.
    await db.execute(sql`
      UPDATE assignments a
      SET enrollment_id = ${kept.id}::uuid,
          attempt = a.attempt + coalesce((SELECT max(k.attempt) FROM assignments k
                                          WHERE k.enrollment_id = ${kept.id}::uuid AND k.step = a.step), 0)
      WHERE a.enrollment_id = ${other.id}::uuid`)
    await db.execute(sql`
      UPDATE submission_files SET enrollment_id = ${kept.id}::uuid WHERE enrollment_id = ${other.id}::uuid`)
    await db.execute(sql`
      WITH other AS (DELETE FROM enrollments WHERE id = ${other.id}::uuid RETURNING *)
      UPDATE enrollments e
      SET state = ${state}::jsonb,
          status = (CASE WHEN ${state}::jsonb->>'completedAt' IS NULL THEN ${state}::jsonb->>'status'
                    ELSE 'completed' END)::enum_enrollments_status,
          progress_percent = greatest(e.progress_percent, other.progress_percent),
          enrolled_at = least(e.enrolled_at, other.enrolled_at),
          completed_at = least(e.completed_at, other.completed_at)
      FROM other WHERE e.id = ${kept.id}::uuid`)
    // What either waited for is reckoned anew.
    await db.execute(sql`
      INSERT INTO timers (enrollment_id, course, kind, step, attempt, due_at, tries)
      VALUES (${kept.id}::uuid, ${kept.courseId}, 'drip', ${noStep}, 0, ${nowIso()}::timestamptz, 0)
      ON CONFLICT (enrollment_id, kind, step, attempt) DO UPDATE SET due_at = excluded.due_at`)
  }
  return joined
}

/**
 * Everything that one account learned becomes another's: courses, progress, facts. Both accounts are locked by the
 * caller. Learners' rows are held in the order in which batches of actions hold them.
 */
export const moveLearning = async (
  db: Database,
  { from, to }: { from: string; to: string },
): Promise<void> => {
  const { rows } = await db.execute(sql`
    SELECT id, user_id AS "userId", course_id AS "courseId", state FROM enrollments
    WHERE user_id IN (${from}::uuid, ${to}::uuid) ORDER BY id FOR UPDATE`)
  const joined = await joinTwice(db, rows as Enrollment[], to)
  await db.execute(sql`
    UPDATE progress p
    SET is_completed = p.is_completed OR o.is_completed, score = greatest(p.score, o.score),
        attempts_count = greatest(p.attempts_count, o.attempts_count), time_spent = greatest(p.time_spent, o.time_spent),
        opened_at = least(p.opened_at, o.opened_at), completed_at = least(p.completed_at, o.completed_at)
    FROM progress o
    WHERE p.user_id = ${from}::uuid AND o.user_id = ${to}::uuid AND o.step = p.step`)
  await db.execute(sql`
    DELETE FROM progress o USING progress p
    WHERE o.user_id = ${to}::uuid AND p.user_id = ${from}::uuid AND o.step = p.step`)
  await db.execute(sql`UPDATE progress SET user_id = ${to}::uuid WHERE user_id = ${from}::uuid`)
  await db.execute(sql`UPDATE assignments SET user_id = ${to}::uuid WHERE user_id = ${from}::uuid`)
  await db.execute(sql`UPDATE submission_files SET user_id = ${to}::uuid WHERE user_id = ${from}::uuid`)
  await db.execute(sql`UPDATE enrollments SET user_id = ${to}::uuid WHERE user_id = ${from}::uuid`)
  await db.execute(sql`
    UPDATE facts SET user_id = ${to}::uuid
    WHERE user_id <> ${to}::uuid AND enrollment_id IN (SELECT id FROM enrollments WHERE user_id = ${to}::uuid)`)
  await moveRatings(db, { from, to })
  await recountCourses(db, joined)
}
