import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import type { JoinTestRequest, JoinTestResponse } from '../../contracts/joinTest.ts'
import type { TelegramPerson } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { Bot, Course } from '../../payload-types.ts'
import { findCode } from '../accounts/findCode.system.ts'
import { hashCode } from '../accounts/hashCode.ts'
import { learnerName } from '../applyActions/learnerName.ts'
import { newTesterState } from '../applyActions/newTesterState.ts'
import { findCourseBot } from '../bots/findCourseBot.system.ts'
import { touchBot } from '../bots/touchBot.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { mayChangeCourse } from '../courses/mayChangeCourse.system.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { botLink } from '../platform/telegramLinks.ts'
import { transactionOf } from '../transactionOf.ts'
import { countFreePlaces } from './countFreePlaces.system.ts'
import { isTestable } from './requireTestableBot.ts'

const findCourseOf = async (req: PayloadRequest, code: string): Promise<Course | null> => {
  const { docs } = await req.payload.find({
    collection: slugs.linkCodes,
    where: { and: [{ hash: { equals: hashCode(code) } }, { kind: { equals: 'test' } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const id = idOf(docs[0]?.course)
  if (id === null) return null
  await lockCourse({ req, courseId: id })
  return req.payload.findByID({ collection: slugs.courses, id, depth: 0, joins: false, req })
}

/** What they did as the course's creator, if they were that, stays theirs. */
const admit = async (req: PayloadRequest, course: Course, person: TelegramPerson): Promise<void> => {
  const db = await transactionOf(req)
  await db.execute(sql`
    INSERT INTO testers (course_id, telegram_id, name, username, language_code, is_creator, joined_at, state, updates)
    VALUES (${course.id}::uuid, ${person.id}::numeric, ${learnerName(person)}, ${person.username},
            ${person.languageCode}, false, ${nowIso()}::timestamptz, ${JSON.stringify(newTesterState())}::jsonb, '[]'::jsonb)
    ON CONFLICT (course_id, telegram_id) DO UPDATE SET is_creator = false`)
}

type Standing = { isTester: boolean; isBarred: boolean }

const standingOf = async (req: PayloadRequest, course: Course, telegramId: number): Promise<Standing> => {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT u.id = ${idOf(course.creator)}::uuid AS "isCreator", NOT u.is_active AS "isBarred",
           EXISTS (SELECT 1 FROM testers t WHERE t.course_id = ${course.id}::uuid AND NOT t.is_creator
                   AND t.telegram_id = k.telegram_id) AS "isListed"
    FROM (VALUES (${telegramId}::numeric)) AS k(telegram_id)
    LEFT JOIN users u ON u.telegram_id = k.telegram_id`)
  const [row] = rows as { isCreator: boolean | null; isBarred: boolean | null; isListed: boolean }[]
  return { isTester: row?.isCreator === true || row?.isListed === true, isBarred: row?.isBarred === true }
}

const joined = (course: Course, bot: Bot): JoinTestResponse => ({
  status: 'joined',
  courseTitle: course.title,
  botUsername: bot.username ?? '',
  link: botLink(bot.username ?? ''),
})

/** Somebody opened a bot with the code of `inviteTesters`: they test the course from now on, if there is room for them. */
export const joinTest = async (req: PayloadRequest, request: JoinTestRequest): Promise<JoinTestResponse> => {
  const { botId, code, person } = request
  return inTransaction(req, async (): Promise<JoinTestResponse> => {
    const course = await findCourseOf(req, code)
    const bot = course && (await findCourseBot({ req, courseId: course.id }))
    if (!course || !isTestable(bot) || (botId !== null && botId !== bot.id)) return { status: 'unknown' }
    const found = await findCode({ req, kind: 'test', code, telegramUserId: person.id })
    if (found.status === 'expired') return { status: 'expired' }
    if (found.status !== 'good') return { status: 'unknown' }
    const giver = await req.payload.findByID({
      collection: slugs.users,
      id: idOf(found.code.user) ?? '',
      disableErrors: true,
      req,
    })
    if (!giver || !(await mayChangeCourse(req, giver, course.id))) return { status: 'unknown' }
    if (!bot.previewRelease) return { status: 'closed' }
    const { isTester, isBarred } = await standingOf(req, course, person.id)
    if (isBarred) return { status: 'unknown' }
    if (isTester) return joined(course, bot)
    if ((await countFreePlaces({ req, course, bot })) <= 0) return { status: 'full' }
    await admit(req, course, person)
    // Telegram is to let them in.
    if (bot.isManaged) await touchBot({ req, botId: bot.id })
    return joined(course, bot)
  })
}
