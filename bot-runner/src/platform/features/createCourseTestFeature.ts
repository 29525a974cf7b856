import { Composer } from 'grammy'

import { asking } from '../../bot/asking.ts'
import { localeOf } from '../../bot/localeOf.ts'
import type { RunnerContext } from '../../bot/runnerContext.ts'
import { telegramPersonOf } from '../../bot/telegramPersonOf.ts'
import { tell } from '../../bot/tell.ts'
import { courseTestTexts } from '../../locales/courseTest.ts'
import type { PlatformServices } from '../platformServices.ts'
import { withLinks } from '../withLinks.ts'

const linkForm = /^test_([A-Za-z0-9_-]{1,59})$/

/** `/start` with a link that lets testers of a course in: into its bot, once that is closed, they come by this one alone. */
export const createCourseTestFeature = ({ client, log }: PlatformServices): Composer<RunnerContext> => {
  const feature = new Composer<RunnerContext>()
  feature.command('start', async (ctx, next) => {
    const { from } = ctx
    const code = linkForm.exec(ctx.match)?.[1]
    if (from === undefined || code === undefined) return next()
    const texts = courseTestTexts[localeOf(from)]
    const answer = await asking(client.joinTest({ botId: null, code, person: telegramPersonOf(from) }))
    log.info({ status: answer.status }, 'somebody was to test a course')
    if (answer.status !== 'joined') return tell({ api: ctx.api, log }, from.id, texts[answer.status])
    const { courseTitle: course, botUsername: bot, link } = answer
    const said = withLinks(texts.joined({ course, bot }), [{ text: texts.open, url: link }])
    await tell({ api: ctx.api, log }, from.id, said.text, said.keyboard)
  })
  return feature
}
