import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { FarewellsResponse } from '../../contracts/farewell.ts'
import type { Locale } from '../../contracts/locale.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { Bot } from '../../payload-types.ts'
import { localeOf } from '../applyActions/localeOf.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { transactionOf } from '../transactionOf.ts'
import { lockCourseBot } from './lockCourseBot.system.ts'
import { releaseBot } from './releaseBot.system.ts'

/** What Telegram lets a bot send in about a second. */
const most = 25

type Learner = { id: string; telegramUserId: number; languageCode: string | null; locale: Locale | null }

const findNext = async (req: PayloadRequest, courseId: string, after: string | null): Promise<Learner[]> => {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT e.id, u.telegram_id::float8 AS "telegramUserId", u.language_code AS "languageCode",
           u.locale::text AS locale
    FROM enrollments e JOIN users u ON u.id = e.user_id
    WHERE e.course_id = ${courseId}::uuid AND u.telegram_id IS NOT NULL AND u.is_active AND NOT e.is_blocked
      AND (${after}::uuid IS NULL OR e.id > ${after}::uuid)
    ORDER BY e.id LIMIT ${most}`)
  return rows as Learner[]
}

const end = async (req: PayloadRequest, bot: Bot) => {
  await req.payload.update({
    collection: slugs.bots,
    id: bot.id,
    data: { farewell: null, farewellCursor: null },
    req,
  })
  // A bot that is removed was kept for this alone, once its webhook is gone.
  const isFree = (bot.applied as Record<string, string>).webhook === 'none'
  if (bot.isRemoving && isFree) await releaseBot({ req, botId: bot.id })
}

/**
 * Takes the next learners who are to be told that a bot teaches no more. What is taken counts as told, unless it is
 * given back: better told never than twice. A course that teaches again has nothing to tell.
 */
export const claimFarewells = async (options: {
  req: PayloadRequest
  botId: string
}): Promise<FarewellsResponse> => {
  const { req, botId } = options
  return inTransaction(req, async () => {
    const bot = await lockCourseBot({ req, botId })
    const course = await req.payload.findByID({
      collection: slugs.courses,
      id: idOf(bot.course) ?? '',
      depth: 0,
      joins: false,
      req,
    })
    const after = bot.farewellCursor ?? null
    const nothing = { reason: null, courseTitle: course.title, after, learners: [] }
    const reason = bot.farewell
    if (!reason) return nothing
    const teachesAgain = course.isPublished && !course.isArchived && !bot.isRemoving
    const learners = teachesAgain ? [] : await findNext(req, course.id, after)
    const last = learners.at(-1)
    if (last === undefined) {
      await end(req, bot)
      return nothing
    }
    await req.payload.update({ collection: slugs.bots, id: botId, data: { farewellCursor: last.id }, req })
    return {
      reason,
      courseTitle: course.title,
      after,
      learners: learners.map(({ id, telegramUserId, ...person }) => ({
        id,
        telegramUserId,
        locale: localeOf(person, course.language),
      })),
    }
  })
}
