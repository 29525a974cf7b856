import { Composer } from 'grammy'

import { asking } from '../../bot/asking.ts'
import { localeOf } from '../../bot/localeOf.ts'
import type { RunnerContext } from '../../bot/runnerContext.ts'
import { telegramPersonOf } from '../../bot/telegramPersonOf.ts'
import { tell } from '../../bot/tell.ts'
import { reviewTexts } from '../../locales/review/reviewTexts.ts'
import type { PlatformServices } from '../platformServices.ts'

const linkForm = /^team_([A-Za-z0-9_-]{1,59})$/

/** `/start` with a link that a course's creator gave out: whoever opens it joins the team. */
export const createTeamFeature = ({ client, log }: PlatformServices): Composer<RunnerContext> => {
  const feature = new Composer<RunnerContext>()
  feature.command('start', async (ctx, next) => {
    const { from } = ctx
    const code = linkForm.exec(ctx.match)?.[1]
    if (from === undefined || code === undefined) return next()
    const texts = reviewTexts[localeOf(from)].team
    const { status, courseTitle, role } = await asking(
      client.joinTeam({ code, person: telegramPersonOf(from) }),
    )
    log.info({ status }, 'somebody was to join a team')
    const course = courseTitle ?? ''
    const text = status === 'joined' ? texts.joined[role ?? 'mentor']({ course }) : texts[status]({ course })
    await tell({ api: ctx.api, log }, from.id, text)
  })
  return feature
}
