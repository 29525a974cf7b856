import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { ManagedBotRequest, ManagedBotResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { findHolder } from '../bots/findHolder.system.ts'
import { suggestUsername } from '../bots/suggestUsername.system.ts'
import { lockBot } from '../bots/lockBot.ts'
import { inTransaction } from '../inTransaction.ts'
import { transactionOf } from '../transactionOf.ts'
import { findFreeCourses } from './findFreeCourses.system.ts'
import { rememberManagedBot } from './rememberManagedBot.system.ts'

type Request = {
  id: string
  botId: string
  courseId: string
  courseTitle: string
  suggestedUsername: string
  telegramBotId: number | null
  isExpired: boolean
  isOwn: boolean
}

/** Requests that nobody has closed: all of the owner's, and whoever else's was promised this username. */
const findRequests = async (req: PayloadRequest, { owner, bot }: ManagedBotRequest): Promise<Request[]> => {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT r.id, b.id AS "botId", c.id AS "courseId", c.title AS "courseTitle",
           lower(r.suggested_username) AS "suggestedUsername", r.telegram_bot_id::float8 AS "telegramBotId",
           r.expires_at <= ${nowIso()}::timestamptz AS "isExpired",
           coalesce(u.telegram_id = ${owner.id}::numeric AND u.is_active, false) AS "isOwn"
    FROM bot_requests r JOIN courses c ON c.id = r.course_id JOIN bots b ON b.course_id = c.id
    LEFT JOIN users u ON u.id = r.creator_id
    WHERE r.state = 'open'
      AND (u.telegram_id = ${owner.id}::numeric OR lower(r.suggested_username) = ${bot.username.toLowerCase()})
    ORDER BY r.created_at, r.id FOR UPDATE OF r`)
  return rows as Request[]
}

const findServed = async (req: PayloadRequest, { owner, bot }: ManagedBotRequest) => {
  const { telegramBotId } = bot
  const holder = await findHolder({ req, telegramBotId, ownerTelegramId: owner.id })
  if (!holder?.mayHold || holder.isRemoving) return undefined
  const { botId, courseTitle } = holder
  return { botId, courseTitle }
}

/** Whose link it was: the request goes on, under a name that is still free. */
const noteStranger = async (req: PayloadRequest, request: Request) => {
  const suggestedUsername = await suggestUsername({ req, title: request.courseTitle })
  await req.payload.update({
    collection: slugs.botRequests,
    id: request.id,
    data: { strangerAt: nowIso(), suggestedUsername },
    req,
  })
}

/**
 * Telegram told the platform bot of a managed bot: it was made, or has another token or owner. Telegram names no
 * request, so it is found by who tapped, then by the username. Nothing is promised to a course before its token is
 * saved: the same update may come again.
 */
export const noticeManagedBot = async (
  req: PayloadRequest,
  news: ManagedBotRequest,
): Promise<ManagedBotResponse> =>
  inTransaction(req, async () => {
    const { owner, bot } = news
    await lockBot({ req, telegramBotId: bot.telegramBotId })
    await rememberManagedBot(req, news)
    const served = await findServed(req, news)
    if (served) return { action: 'refresh', ...served }

    const requests = await findRequests(req, news)
    const open = requests.filter(({ isOwn, isExpired }) => isOwn && !isExpired)
    const isNamed = ({ suggestedUsername }: Request) => suggestedUsername === bot.username.toLowerCase()
    const stranger = requests.find((request) => !request.isOwn && !request.isExpired && isNamed(request))
    const match =
      open.find(({ telegramBotId }) => telegramBotId === bot.telegramBotId) ??
      open.find(isNamed) ??
      (stranger === undefined && open.length === 1 ? open[0] : undefined)
    if (match) {
      await req.payload.update({
        collection: slugs.botRequests,
        id: match.id,
        data: { telegramBotId: bot.telegramBotId },
        req,
      })
      return { action: 'adopt', botId: match.botId, courseTitle: match.courseTitle }
    }
    if (stranger) {
      await noteStranger(req, stranger)
      return { action: 'foreign' }
    }
    const courses = await findFreeCourses(req, owner.id)
    if (courses === null) return { action: 'notLinked' }
    const isLate = requests.some(({ isOwn, isExpired }) => isOwn && isExpired)
    const why = open.length > 1 ? 'several' : isLate ? 'expired' : 'none'
    const waiting = open.map(({ courseId: id, courseTitle: title }) => ({ id, title }))
    return { action: 'choose', why, courses: why === 'several' ? waiting : courses }
  })
