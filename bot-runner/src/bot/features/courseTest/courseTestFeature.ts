import { Composer } from 'grammy'

import { courseTestTexts } from '../../../locales/courseTest.ts'
import { asking } from '../../asking.ts'
import { localeOf } from '../../localeOf.ts'
import { runAction } from '../../runAction.ts'
import type { RunnerContext } from '../../runnerContext.ts'
import { telegramPersonOf } from '../../telegramPersonOf.ts'
import { tell } from '../../tell.ts'

const form = /^\/start(?:@\w+)? test_([A-Za-z0-9_-]{1,59})$/

/** Somebody opened a bot with the link that lets testers in: they begin the test at once. */
export const courseTestFeature = new Composer<RunnerContext>()

courseTestFeature.on('message:text', async (ctx, next) => {
  const code = form.exec(ctx.message.text)?.[1]
  if (code === undefined) return next()
  const { client, log } = ctx.services
  const { id: botId } = ctx.course.record
  const { status } = await asking(client.joinTest({ botId, code, person: telegramPersonOf(ctx.from) }))
  log.info({ bot: botId, status }, 'somebody was to test a course')
  // Without the code: what learners came by is kept.
  if (status === 'joined') return runAction(ctx, ctx.from, { type: 'start', payload: null })
  await tell({ api: ctx.api, log }, ctx.from.id, courseTestTexts[localeOf(ctx.from)][status])
})
