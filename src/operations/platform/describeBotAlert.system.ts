import type { PayloadRequest } from 'payload'

import type { BotAlertResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { localeFrom } from '../../i18n/translate.ts'
import { idOf } from '../idOf.ts'
import { isUuid } from '../isUuid.ts'
import { courseLink } from './telegramLinks.ts'

/** What the course's creator is to be told of its bot now: nothing when it works again, or nobody can be told. */
export const describeBotAlert = async (req: PayloadRequest, botId: string): Promise<BotAlertResponse> => {
  const bot = isUuid(botId)
    ? await req.payload.findByID({ collection: slugs.bots, id: botId, depth: 2, disableErrors: true, req })
    : null
  const course = typeof bot?.course === 'object' ? bot.course : null
  if (bot?.state !== 'needsRelink' || course === null) return { alert: null }
  const creatorId = idOf(course.creator)
  const creator =
    creatorId === null
      ? null
      : await req.payload.findByID({ collection: slugs.users, id: creatorId, disableErrors: true, req })
  if (!creator?.telegramId || !creator.isActive) return { alert: null }
  return {
    alert: {
      telegramUserId: creator.telegramId,
      locale: creator.locale ?? localeFrom(creator.languageCode, 'ru'),
      courseTitle: course.title,
      botUsername: bot.username ?? null,
      adminUrl: courseLink(course.id),
    },
  }
}
