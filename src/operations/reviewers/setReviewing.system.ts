import { createLocalReq, type PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { ReviewSettingsRequest, ReviewSettingsResponse } from '../../contracts/platformReview.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { processState } from '../../processState.ts'
import { isOfTeam, mayReview } from '../assignments/reviewScope.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { adminLink } from '../platform/telegramLinks.ts'
import { leaveTeam } from '../team/leaveTeam.ts'
import { findReviewer } from './findReviewer.system.ts'

type Course = ReviewSettingsResponse['courses'][number]

const leave = async (req: PayloadRequest, { userId, courseId }: { userId: string; courseId: string }) => {
  const user = await req.payload.findByID({ collection: slugs.users, id: userId, req })
  const own = await createLocalReq({ user: { ...user, collection: slugs.users } }, req.payload)
  try {
    await leaveTeam({ req: own, courseId, userId })
  } catch (error) {
    // Who has left already has left.
    if (!(error instanceof AppError)) throw error
  }
}

/** The oldest work that nobody looks at gets a card. @returns whether there is one */
const addNext = async (req: PayloadRequest, userId: string): Promise<boolean> =>
  inClientTransaction(req.payload.db.pool, async (client) => {
    const now = nowIso()
    const { rowCount } = await client.query(
      `INSERT INTO review_cards (user_id, subject, is_open)
       SELECT $1::uuid, a.id::text, true FROM assignments a JOIN courses c ON c.id = a.course_id
       WHERE a.status = 'pending' AND a.files_state <> 'waiting' AND ${isOfTeam('$1')} AND ${mayReview('$1')}
         AND (a.claimed_until IS NULL OR a.claimed_until <= $2::timestamptz)
         AND NOT EXISTS (SELECT 1 FROM review_cards k WHERE k.user_id = $1::uuid AND k.subject = a.id::text)
       ORDER BY a.submitted_at, a.id LIMIT 1
       ON CONFLICT (user_id, subject) DO NOTHING`,
      [userId, now],
    )
    if (rowCount === 0) return false
    await client.query(
      `INSERT INTO outbox (topic, subject, due_at, times_queued) VALUES ('reviewer', $1::text, $2::timestamptz, 0)`,
      [userId, now],
    )
    return true
  })

/** What a reviewer wants of the platform bot, and how it stands then. */
export const setReviewing = async (
  req: PayloadRequest,
  { telegramUserId, hasCards, wantsNext, leave: courseId }: ReviewSettingsRequest,
): Promise<ReviewSettingsResponse> => {
  const { pool } = req.payload.db
  const adminUrl = adminLink('/reviews')
  const userId = await findReviewer(pool, telegramUserId)
  const nothing = { isReviewer: false, hasCards: false, waiting: 0, hasNext: false, courses: [], adminUrl }
  if (userId === null) return nothing
  if (courseId !== undefined) await leave(req, { userId, courseId })
  if (hasCards !== undefined)
    await pool.query('UPDATE users SET has_review_cards = $2::boolean WHERE id = $1::uuid', [
      userId,
      hasCards,
    ])
  if (hasCards === true)
    await pool.query(
      `INSERT INTO outbox (topic, subject, due_at, times_queued) VALUES ('reviewer', $1::text, $2::timestamptz, 0)`,
      [userId, nowIso()],
    )
  const hasNext = wantsNext === true && (await addNext(req, userId))
  processState().nudgeRelay?.()
  const { rows: courses } = await pool.query<Course>(
    `SELECT c.id, c.title,
            CASE WHEN c.creator_id = $1::uuid THEN 'creator'
                 WHEN EXISTS (SELECT 1 FROM courses_rels t WHERE t.parent_id = c.id AND t.users_id = $1::uuid
                              AND t.path = 'coAuthors') THEN 'coAuthor' ELSE 'mentor' END AS role,
            (SELECT count(*)::int FROM assignments a
             WHERE a.course_id = c.id AND a.status = 'pending' AND ${mayReview('$1')}) AS waiting
     FROM courses c WHERE ${isOfTeam('$1')} AND NOT c.is_archived ORDER BY c.title, c.id LIMIT 50`,
    [userId],
  )
  const { rows: people } = await pool.query<{ hasCards: boolean }>(
    'SELECT has_review_cards IS NOT FALSE AS "hasCards" FROM users WHERE id = $1::uuid',
    [userId],
  )
  return {
    isReviewer: courses.length > 0,
    hasCards: people[0]?.hasCards ?? false,
    waiting: courses.reduce((sum, { waiting }) => sum + waiting, 0),
    ...{ hasNext, courses, adminUrl },
  }
}
