import { Composer } from 'grammy'

import type { CreatorCoursesResponse } from '../../../../src/contracts/platform.ts'
import { asking } from '../../bot/asking.ts'
import { localeOf } from '../../bot/localeOf.ts'
import type { RunnerContext } from '../../bot/runnerContext.ts'
import { tell } from '../../bot/tell.ts'
import type { PlatformTexts } from '../../locales/platform/en.ts'
import { platformTexts } from '../../locales/platform/platformTexts.ts'
import type { PlatformServices } from '../platformServices.ts'
import { withLinks } from '../withLinks.ts'

const maxTitle = 200

const describe = (texts: PlatformTexts, course: CreatorCoursesResponse['courses'][number]): string => {
  const bot = course.botState === 'none' ? texts.noBot : texts.state[course.botState]
  const name = course.botUsername === null ? '' : ` @${course.botUsername}`
  return `${course.title} (${course.isPublished ? texts.published : texts.draft}):${name} ${bot}`
}

/** `/courses`: the creator's courses with the state of each bot. `/newcourse`: a draft to be written in the admin. */
export const createCoursesFeature = ({ client, log }: PlatformServices): Composer<RunnerContext> => {
  const feature = new Composer<RunnerContext>()

  feature.command('courses', async (ctx, next) => {
    const { from } = ctx
    if (from === undefined) return next()
    const texts = platformTexts[localeOf(from)]
    const { isLinked, isCreator, courses, more, adminUrl } = await asking(client.listCreatorCourses(from.id))
    const say = (text: string, links = [{ text: texts.openAdmin, url: adminUrl }]) => {
      const said = withLinks(text, links)
      return tell({ api: ctx.api, log }, from.id, said.text, said.keyboard)
    }
    if (!isLinked) return say(texts.linkFirst)
    if (!isCreator) return say(texts.notCreator)
    if (courses.length === 0) return say(texts.noCourses)
    const lines = [texts.courses, ...courses.map((course) => `• ${describe(texts, course)}`)]
    if (more > 0) lines.push(texts.more({ count: more }))
    await say(
      lines.join('\n'),
      courses.map(({ title, adminUrl: url }) => ({ text: title, url })),
    )
  })

  feature.command('newcourse', async (ctx, next) => {
    const { from } = ctx
    if (from === undefined) return next()
    const texts = platformTexts[localeOf(from)]
    const title = ctx.match
      .replaceAll(/\s+/g, ' ')
      .replaceAll('\0', '')
      .trim()
      .slice(0, maxTitle)
      .toWellFormed()
    if (title === '') return tell({ api: ctx.api, log }, from.id, texts.askTitle)
    const { status, adminUrl } = await asking(client.draftCourse({ telegramUserId: from.id, title }))
    if (status !== 'made' || adminUrl === null)
      return tell(
        { api: ctx.api, log },
        from.id,
        status === 'notCreator' ? texts.notCreator : texts.linkFirst,
      )
    const said = withLinks(texts.made({ title }), [{ text: texts.openCourse, url: adminUrl }])
    await tell({ api: ctx.api, log }, from.id, said.text, said.keyboard)
  })
  return feature
}
