import type { PayloadRequest } from 'payload'

import type { BotState, RenderingMode } from '../../contracts/runnerBots.ts'
import { readEnv } from '../../env.ts'
import { localeFrom, translate } from '../../i18n/translate.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { botErrorMessage } from './botErrorMessage.ts'
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
  problem: { code: string; message: string; nextTryAt: string | null } | null
}

const linkTo = (username: string) => {
  const root = readEnv().TELEGRAM_WEB_ROOT
  return root === 'https://t.me' ? `${root}/${username}` : `${root}/?bot=${username}`
}

export const describeCourseBot = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<CourseBotState> => {
  await findOwnCourse(options)
  const bot = await findCourseBot(options)
  if (bot === null)
    return {
      state: 'none',
      username: null,
      name: null,
      link: null,
      isPaused: false,
      rendering: 'auto',
      richRefusedAt: null,
      problem: null,
    }
  const locale = localeFrom(options.req.i18n?.language)
  const key = bot.errorCode ? botErrorMessage(bot.errorCode) : null
  return {
    state: bot.state,
    username: bot.username ?? null,
    name: bot.name ?? null,
    link: bot.username ? linkTo(bot.username) : null,
    isPaused: bot.isPaused,
    rendering: bot.rendering,
    richRefusedAt: bot.richRefusedAt ?? null,
    problem:
      key === null || !bot.errorCode
        ? null
        : {
            code: bot.errorCode,
            message: translate(locale, key, { description: bot.errorDescription ?? '' }),
            nextTryAt: bot.nextTryAt ?? null,
          },
  }
}
