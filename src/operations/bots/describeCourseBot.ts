import type { PayloadRequest } from 'payload'

import type { BotState, RenderingMode } from '../../contracts/runnerBots.ts'
import { slugs } from '../../contracts/slugs.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import type { Bot, Course } from '../../payload-types.ts'
import { findEditableCourse } from '../courses/findEditableCourse.ts'
import { ownsCourse } from '../courses/ownsCourse.ts'
import { idOf } from '../idOf.ts'
import { readPlatform } from '../platform/readPlatform.system.ts'
import { botLink } from '../platform/telegramLinks.ts'
import { botErrorMessage } from './botErrorMessage.ts'
import { describeBotProfile, type BotProfileState } from './describeBotProfile.system.ts'
import { describeBotRequest, type BotRequestState } from './describeBotRequest.system.ts'
import { findCourseBot } from './findCourseBot.system.ts'

/** What the course's bot panel shows. */
export type CourseBotState = {
  state: BotState | 'none'
  username: string | null
  name: string | null
  /** Where a learner opens the bot. */
  link: string | null
  isPaused: boolean
  /** How lessons are sent, and when Telegram last refused rich messages. */
  rendering: RenderingMode
  richRefusedAt: string | null
  isManaged: boolean
  /** Its owner is known and is not the course's creator: it was given away, or the course was. */
  hasOtherOwner: boolean
  problem: { code: string; message: string; nextTryAt: string | null } | null
  /** What was asked for last, until it is done. */
  request: BotRequestState | null
  /** Whether this installation has a bot that can manage others. */
  canRequest: boolean
  /** Whether the person who asks has linked their Telegram account. */
  isLinked: boolean
  /** Whether the person who asks may change anything about it. */
  isOwner: boolean
  /** What learners see of the bot. */
  profile: BotProfileState
}

const problemOf = (req: PayloadRequest, bot: Bot): CourseBotState['problem'] => {
  if (!bot.errorCode) return null
  const values = { description: bot.errorDescription ?? '' }
  return {
    code: bot.errorCode,
    message: translate(localeFrom(req.i18n?.language), botErrorMessage(bot.errorCode), values),
    nextTryAt: bot.nextTryAt ?? null,
  }
}

const hasOtherOwner = async (req: PayloadRequest, course: Course, bot: Bot): Promise<boolean> => {
  const creatorId = idOf(course.creator)
  if (!bot.ownerTelegramId || creatorId === null) return false
  const creator = await req.payload.findByID({
    collection: slugs.users,
    id: creatorId,
    disableErrors: true,
    req,
  })
  // Whose Telegram account a creator has who has linked none, a proof leaves open.
  if (!creator?.telegramId && !bot.isManaged) return false
  return creator?.telegramId !== bot.ownerTelegramId
}

export const describeCourseBot = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<CourseBotState> => {
  const { req, courseId } = options
  const course = await findEditableCourse(options)
  const bot = await findCourseBot(options)
  const platform = await readPlatform(req)
  const { username = null, name = null, isPaused = false, isManaged = false } = bot ?? {}
  return {
    state: bot?.state ?? 'none',
    username,
    name,
    link: username ? botLink(username) : null,
    isPaused,
    rendering: bot?.rendering ?? 'auto',
    richRefusedAt: bot?.richRefusedAt ?? null,
    isManaged,
    hasOtherOwner: bot !== null && (await hasOtherOwner(req, course, bot)),
    problem: bot && problemOf(req, bot),
    request: await describeBotRequest({ req, courseId, platform }),
    canRequest: platform.canManageBots,
    isLinked: typeof req.user?.telegramId === 'number',
    isOwner: ownsCourse(req, course),
    profile: await describeBotProfile({ req, course }),
  }
}
