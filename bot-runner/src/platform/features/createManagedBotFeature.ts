import { Composer } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'

import type { ManagedBotResponse } from '../../../../src/contracts/platform.ts'
import { asking } from '../../bot/asking.ts'
import { localeOf } from '../../bot/localeOf.ts'
import type { RunnerContext } from '../../bot/runnerContext.ts'
import { telegramPersonOf } from '../../bot/telegramPersonOf.ts'
import { tell } from '../../bot/tell.ts'
import { describeError } from '../../describeError.ts'
import type { PlatformTexts } from '../../locales/platform/en.ts'
import { platformTexts } from '../../locales/platform/platformTexts.ts'
import { adoptBot } from '../adoptBot.ts'
import { chooseData } from '../chooseData.ts'
import type { PlatformServices } from '../platformServices.ts'

type Choice = Extract<ManagedBotResponse, { action: 'choose' }>

const choiceText = (texts: PlatformTexts, { why, courses }: Choice, bot: string): string => {
  if (courses.length === 0) return texts.noFreeCourse({ bot })
  if (why === 'several') return texts.chooseSeveral({ bot })
  return why === 'expired' ? texts.chooseExpired({ bot }) : texts.chooseNone({ bot })
}

const choiceKeyboard = ({ courses }: Choice, telegramBotId: number): InlineKeyboardMarkup | undefined =>
  courses.length === 0
    ? undefined
    : {
        inline_keyboard: courses.map(({ id, title }) => [
          { text: title, callback_data: chooseData.encode(telegramBotId, id) },
        ]),
      }

/**
 * Bots that people made with our links, changed or gave away. Everything is asked of the CMS and may be asked again:
 * Telegram forgets the update only when all is done.
 */
export const createManagedBotFeature = (services: PlatformServices): Composer<RunnerContext> => {
  const { client, log } = services
  const feature = new Composer<RunnerContext>()

  feature.on('managed_bot', async (ctx) => {
    const { user, bot } = ctx.update.managed_bot
    const texts = platformTexts[localeOf(user)]
    const { username = '', first_name: name, id: telegramBotId } = bot
    const say = (text: string, keyboard?: InlineKeyboardMarkup) =>
      tell({ api: ctx.api, log }, user.id, text, keyboard)
    const next = await asking(
      client.noticeManagedBot({ owner: telegramPersonOf(user), bot: { telegramBotId, username, name } }),
    )
    log.info({ telegramBotId, action: next.action }, 'a managed bot was made or changed')
    if (next.action === 'foreign') return say(texts.foreign({ bot: username }))
    if (next.action === 'notLinked') return say(texts.notLinkedOwner({ bot: username }))
    if (next.action === 'choose')
      return say(choiceText(texts, next, username), choiceKeyboard(next, telegramBotId))

    const status = await adoptBot(services, next.botId, telegramBotId)
    if (next.action === 'refresh') return
    if (status === 'unmanaged') return say(texts.tokenRefused({ bot: username }))
    await say(status === 'refused' ? texts.gone : texts.adopted({ course: next.courseTitle, bot: username }))
  })

  feature.on('callback_query:data', async (ctx, next) => {
    const choice = chooseData.decode(ctx.callbackQuery.data)
    if (choice === null) return next()
    const texts = platformTexts[localeOf(ctx.from)]
    const say = (text: string) => tell({ api: ctx.api, log }, ctx.from.id, text)
    // Only that the button stops spinning: it may be too late for that, or be done already.
    await ctx.answerCallbackQuery().catch((error: unknown) => {
      log.info({ error: describeError(error) }, 'a tap was not answered')
    })
    const answer = await asking(client.chooseCourse({ telegramUserId: ctx.from.id, ...choice }))
    if (answer.action === 'gone') return say(texts.gone)
    const { username } = answer.bot
    const status = await adoptBot(services, answer.botId, choice.telegramBotId)
    if (status === 'unmanaged') return say(texts.tokenRefused({ bot: username }))
    await say(
      status === 'refused' ? texts.gone : texts.adopted({ course: answer.courseTitle, bot: username }),
    )
  })
  return feature
}
