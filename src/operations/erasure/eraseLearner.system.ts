import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { auditRequest } from '../audit/auditRequest.ts'
import { recountCourses } from '../courses/recountCourses.system.ts'
import { inTransaction } from '../inTransaction.ts'
import { isUuid } from '../isUuid.ts'
import { transactionOf } from '../transactionOf.ts'
import { recallCards } from './recallCards.system.ts'

type Database = Awaited<ReturnType<typeof transactionOf>>
type Learner = { userId: string; courseId: string; telegramId: number | null }

/** What of a fact is about the course and not about the person; statistics are made of this. */
const keptData = [
  ...[
    'attempt',
    'question',
    'options',
    'isCorrect',
    'total',
    'credit',
    'mark',
    'score',
    'isPassed',
    'reason',
  ],
  ...['timeSpent', 'verdict', 'isLate', 'run'],
]

const lockLearner = async (db: Database, enrollmentId: string): Promise<Learner | undefined> => {
  const { rows } = await db.execute(sql`
    SELECT e.user_id AS "userId", e.course_id AS "courseId", u.telegram_id::float8 AS "telegramId"
    FROM enrollments e JOIN users u ON u.id = e.user_id
    WHERE e.id = ${enrollmentId}::uuid AND e.state->>'isErasing' = 'true' FOR UPDATE OF e`)
  return (rows as Learner[])[0]
}

/** Nobody is to be found by them any more, and they still count: each learner as one. */
const makeFactsNameless = (db: Database, enrollmentId: string) =>
  db.execute(sql`
    UPDATE facts SET enrollment_id = ${randomUUID()}::uuid, user_id = ${randomUUID()}::uuid, update_id = NULL,
      data = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(data)
              WHERE key IN (SELECT jsonb_array_elements_text(${JSON.stringify(keptData)}::jsonb)))
    WHERE enrollment_id = ${enrollmentId}::uuid`)

/** @throws the job tries again: no row goes before its file */
const eraseFiles = async (req: PayloadRequest, enrollmentId: string): Promise<void> => {
  const { errors } = await req.payload.delete({
    collection: slugs.submissionFiles,
    where: { enrollment: { equals: enrollmentId } },
    req,
  })
  if (errors.length > 0)
    throw new Error(`${errors.length} files of a learner cannot be erased: ${errors[0]?.message}`)
}

const eraseRows = async (db: Database, enrollmentId: string, { userId, courseId, telegramId }: Learner) => {
  await recallCards(db, { enrollmentId, courseId })
  await db.execute(sql`DELETE FROM assignments WHERE enrollment_id = ${enrollmentId}::uuid`)
  await db.execute(sql`DELETE FROM ratings WHERE user_id = ${userId}::uuid AND course_id = ${courseId}::uuid`)
  await db.execute(
    sql`DELETE FROM progress WHERE user_id = ${userId}::uuid AND course_id = ${courseId}::uuid`,
  )
  // They may have tried the course out, too.
  await db.execute(
    sql`DELETE FROM testers WHERE telegram_id = ${telegramId}::numeric AND course_id = ${courseId}::uuid`,
  )
  await db.execute(sql`DELETE FROM sessions WHERE user_id = ${userId}::uuid AND course_id = ${courseId}`)
  // So may the answers that are kept for calls that come again.
  await db.execute(sql`DELETE FROM idempotency_keys WHERE user_id = ${userId}`)
  // Failed updates hold what was said.
  await db.execute(sql`
    DELETE FROM dead_letters WHERE telegram_user_id = ${telegramId}::numeric
      AND bot_id IN (SELECT id::text FROM bots WHERE course_id = ${courseId}::uuid)`)
  await makeFactsNameless(db, enrollmentId)
  await db.execute(sql`DELETE FROM enrollments WHERE id = ${enrollmentId}::uuid`)
  await db.execute(sql`DELETE FROM outbox WHERE subject = ${enrollmentId}`)
}

/** Who has an address, another course, or a part in a team stays; and who is barred does not come back by being erased. */
const eraseProfile = (db: Database, userId: string) =>
  db.execute(sql`
    DELETE FROM users u
    WHERE u.id = ${userId}::uuid AND u.email IS NULL AND u.role = 'student' AND u.is_active
      AND NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.user_id = u.id)
      AND NOT EXISTS (SELECT 1 FROM courses c WHERE c.creator_id = u.id)
      AND NOT EXISTS (SELECT 1 FROM courses_rels r WHERE r.users_id = u.id)
      AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.reviewed_by_id = u.id)`)

/**
 * Forgets a learner who asked for it and has their data, or cannot be reached. All of it or nothing; a repetition finds
 * nobody. The files go first: what is left behind by a failure is found again by its row.
 */
export const eraseLearner = async (options: { req: PayloadRequest; enrollmentId: string }): Promise<void> => {
  const { req, enrollmentId } = options
  if (!isUuid(enrollmentId)) return
  await inTransaction(req, async () => {
    const db = await transactionOf(req)
    const learner = await lockLearner(db, enrollmentId)
    if (learner === undefined) return
    await eraseFiles(req, enrollmentId)
    await eraseRows(db, enrollmentId, learner)
    await eraseProfile(db, learner.userId)
    await recountCourses(db, [learner.courseId])
    await auditRequest(req, {
      act: 'learnerErased',
      on: slugs.enrollments,
      id: enrollmentId,
      details: { courseId: learner.courseId },
    })
  })
}
