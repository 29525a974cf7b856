import type { Pool } from 'pg'

import { nowIso } from '../../clock.ts'
import type { Enrolled } from '../../contracts/api/learning.ts'
import { AppError } from '../../errors/AppError.ts'
import { newLearnerState } from '../../lesson/engine/newLearnerState.ts'
import { learnerName } from '../applyActions/learnerName.ts'
import { isOfTeam } from '../assignments/reviewScope.ts'
import type { Caller } from '../identities/findCaller.system.ts'
import {
  enrollmentColumns,
  isTaught,
  presentBot,
  presentEnrollment,
  startPayload,
  teachingBot,
  type EnrollmentRow,
} from './enrollmentRow.ts'

type Found = {
  isTaught: boolean
  /** Whether those who have not come by its bot may know of it. */
  isKnown: boolean
  pricingModel: 'free' | 'paid' | 'subscription' | 'freemium'
  price: number | null
  currency: string | null
  priceStars: number | null
  botUsername: string | null
  enrollment: EnrollmentRow | null
}

const find = async (pool: Pool, courseId: string, userId: string): Promise<Found | null> => {
  const { rows } = await pool.query<Omit<Found, 'enrollment'> & (EnrollmentRow | { id: null })>({
    name: 'find-course-to-enroll',
    text: `
      SELECT ${isTaught} AS "isTaught", c.is_listed IS TRUE OR ${isOfTeam('$2')} AS "isKnown",
             c.pricing_model::text AS "pricingModel", c.price::float8 AS price, c.currency, c.price_stars::float8 AS "priceStars",
             ${teachingBot}, ${enrollmentColumns}
      FROM courses c LEFT JOIN bots b ON b.course_id = c.id
      LEFT JOIN enrollments e ON e.course_id = c.id AND e.user_id = $2
      WHERE c.id = $1`,
    values: [courseId, userId],
  })
  const [row] = rows
  if (row === undefined) return null
  return { ...row, enrollment: row.id === null ? null : row }
}

const requireOpen = (course: Found | null, { courseId, account: { telegramId } }: Caller): void => {
  if (course?.isTaught !== true || (courseId === null && !course.isKnown))
    throw new AppError({ code: 'notFound', status: 404 })
  const { pricingModel, price, currency, priceStars, botUsername } = course
  if (pricingModel === 'paid' || pricingModel === 'subscription')
    throw new AppError({
      code: 'paymentNeeded',
      status: 402,
      details: { pricingModel, price, currency, priceStars },
    })
  if (botUsername === null) throw new AppError({ code: 'courseNotTaught', status: 409 })
  if (telegramId === null) throw new AppError({ code: 'telegramNeeded', status: 409 })
}

/**
 * Makes somebody a learner of a course, as its bot does with whoever comes; the course is begun there. Whoever is one
 * already stays one, whatever has become of the course.
 * @throws {AppError} paymentNeeded (402) with what it costs; courseNotTaught, telegramNeeded (409); notFound (404) of a
 * course that is not published or not listed, and of every other one in a session of a course's bot
 */
export const enroll = async (pool: Pool, caller: Caller, courseId: string): Promise<Enrolled> => {
  const { account } = caller
  if (caller.courseId !== null && caller.courseId !== courseId)
    throw new AppError({ code: 'notFound', status: 404 })
  let found = await find(pool, courseId, account.id)
  if (found === null || found.enrollment === null) {
    requireOpen(found, caller)
    await pool.query({
      name: 'enroll',
      text: `
        INSERT INTO enrollments (course_id, user_id, learner_name, status, progress_percent, is_blocked, enrolled_at,
                                 start_payload, state, updates)
        SELECT c.id, u.id, $3, 'invited', 0, false, $4::timestamptz, $5, $6::jsonb, '[]'::jsonb
        FROM courses c JOIN users u ON u.id = $2 WHERE c.id = $1 AND ${isTaught}
        ON CONFLICT (course_id, user_id) DO NOTHING`,
      values: [
        ...[courseId, account.id, learnerName(account), nowIso()],
        ...[startPayload, JSON.stringify(newLearnerState())],
      ],
    })
    found = await find(pool, courseId, account.id)
  }
  // Its course may have been taken away just now.
  if (found === null || found.enrollment === null) throw new AppError({ code: 'notFound', status: 404 })
  return {
    enrollment: presentEnrollment(found.enrollment),
    ...presentBot(found.botUsername, account.telegramId),
  }
}
