import { Composer } from 'grammy'

import { asking } from '../../bot/asking.ts'
import { localeOf } from '../../bot/localeOf.ts'
import type { RunnerContext } from '../../bot/runnerContext.ts'
import { telegramPersonOf } from '../../bot/telegramPersonOf.ts'
import { tell } from '../../bot/tell.ts'
import { platformTexts } from '../../locales/platform/platformTexts.ts'
import type { PlatformServices } from '../platformServices.ts'
import { withLinks } from '../withLinks.ts'

const linkForm = /^link_([A-Za-z0-9_-]{1,59})$/

/** `/start`, which with a code of the admin links the account, `/unlink`, which undoes that, and `/help`. */
export const createStartFeature = ({ client, log }: PlatformServices): Composer<RunnerContext> => {
  const feature = new Composer<RunnerContext>()

  feature.command('start', async (ctx, next) => {
    const { from } = ctx
    if (from === undefined) return next()
    const texts = platformTexts[localeOf(from)]
    const code = linkForm.exec(ctx.match)?.[1]
    if (code === undefined) {
      const { isLinked, adminUrl } = await asking(client.listCreatorCourses(from.id))
      const links = [{ text: texts.openAdmin, url: adminUrl }]
      const said = withLinks(`${texts.welcome}\n\n${isLinked ? texts.help : texts.linkFirst}`, links)
      return tell({ api: ctx.api, log }, from.id, said.text, said.keyboard)
    }
    const { status, account, requests } = await asking(
      client.linkAccount({ code, person: telegramPersonOf(from) }),
    )
    log.info({ status }, 'an account was to be linked')
    if (status !== 'linked') return tell({ api: ctx.api, log }, from.id, texts.link[status])
    const links = requests.map(({ courseTitle, link }) => ({
      text: texts.createBot({ course: courseTitle }),
      url: link,
    }))
    const more = links.length === 0 ? texts.help : texts.waitingRequests
    const said = withLinks(`${texts.linked({ account: account ?? '—' })}\n\n${more}`, links)
    await tell({ api: ctx.api, log }, from.id, said.text, said.keyboard)
  })

  feature.command('unlink', async (ctx, next) => {
    const { from } = ctx
    if (from === undefined) return next()
    const texts = platformTexts[localeOf(from)]
    const { status } = await asking(client.unlinkAccount({ telegramUserId: from.id }))
    log.info({ status }, 'an account was to be unlinked')
    await tell({ api: ctx.api, log }, from.id, texts[status])
  })

  feature.command('help', async (ctx, next) => {
    if (ctx.from === undefined) return next()
    await tell({ api: ctx.api, log }, ctx.from.id, platformTexts[localeOf(ctx.from)].help)
  })
  return feature
}
