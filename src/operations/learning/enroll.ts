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

const statuses = { notFound: 404, paymentNeeded: 402, courseNotTaught: 409, telegramNeeded: 409 } as const

type Outcome = {
  pricingModel: 'free' | 'paid' | 'subscription' | 'freemium'
  price: number | null
  currency: string | null
  priceStars: number | null
  botUsername: string | null
  /** Why nobody new may learn it. */
  refusal: keyof typeof statuses | null
} & (EnrollmentRow | { id: null })

/**
 * Makes them a learner, unless they are one or something speaks against it. An outcome with neither an enrollment nor a
 * refusal: they were made one at the same moment, which this statement does not see yet.
 */
const enrollOnce = async (pool: Pool, { account, courseId: botsCourse }: Caller, courseId: string) => {
  const { rows } = await pool.query<Outcome>({
    name: 'enroll',
    text: `
      WITH course AS (
        SELECT ${isTaught} AND ($3::uuid IS NOT NULL OR c.is_listed IS TRUE OR ${isOfTeam('$2')}) AS "isOpen",
               c.offer->>'pricingModel' AS "pricingModel", (c.offer->>'price')::float8 AS price,
               c.offer->>'currency' AS currency, (c.offer->>'priceStars')::float8 AS "priceStars", ${teachingBot}
        FROM courses c LEFT JOIN bots b ON b.course_id = c.id WHERE c.id = $1
      ), judged AS (
        SELECT *, CASE WHEN "isOpen" IS NOT TRUE THEN 'notFound'
                       WHEN "pricingModel" IN ('paid', 'subscription') THEN 'paymentNeeded'
                       WHEN "botUsername" IS NULL THEN 'courseNotTaught'
                       WHEN $4::float8 IS NULL THEN 'telegramNeeded' END AS refusal
        FROM course
      ), known AS (
        SELECT ${enrollmentColumns} FROM enrollments e WHERE e.course_id = $1 AND e.user_id = $2
      ), made AS (
        INSERT INTO enrollments AS e (course_id, user_id, learner_name, status, progress_percent, is_blocked, enrolled_at,
                                      start_payload, state, updates)
        SELECT $1, u.id, $5, 'invited', 0, false, $6::timestamptz, $7, $8::jsonb, '[]'::jsonb
        FROM judged JOIN users u ON u.id = $2 WHERE refusal IS NULL AND NOT EXISTS (TABLE known)
        ON CONFLICT (course_id, user_id) DO NOTHING RETURNING ${enrollmentColumns}
      )
      SELECT * FROM judged LEFT JOIN (TABLE known UNION ALL TABLE made) learner ON true`,
    values: [
      ...[courseId, account.id, botsCourse, account.telegramId],
      ...[learnerName(account), nowIso(), startPayload, JSON.stringify(newLearnerState())],
    ],
  })
  return rows[0]
}

const refusalOf = (outcome: Outcome | undefined): AppError => {
  // The account may have been taken away just now.
  const code = outcome?.refusal ?? 'notFound'
  if (outcome === undefined || code !== 'paymentNeeded') return new AppError({ code, status: statuses[code] })
  const { pricingModel, price, currency, priceStars } = outcome
  return new AppError({
    code,
    status: statuses[code],
    details: { pricingModel, price, currency, priceStars },
  })
}

/**
 * Makes somebody a learner of a course, as its bot does with whoever comes; the course is begun there. Whoever is one
 * already stays one, whatever has become of the course.
 * @throws {AppError} paymentNeeded (402) with what it costs; courseNotTaught, telegramNeeded (409); notFound (404) of a
 * course that is not published or not listed, and of every other one in a session of a course's bot
 */
export const enroll = async (pool: Pool, caller: Caller, courseId: string): Promise<Enrolled> => {
  if (caller.courseId !== null && caller.courseId !== courseId)
    throw new AppError({ code: 'notFound', status: 404 })
  let outcome = await enrollOnce(pool, caller, courseId)
  if (outcome?.id === null && outcome.refusal === null) outcome = await enrollOnce(pool, caller, courseId)
  if (outcome === undefined || outcome.id === null) throw refusalOf(outcome)
  return {
    enrollment: presentEnrollment(outcome),
    ...presentBot(outcome.botUsername, caller.account.telegramId),
  }
}
