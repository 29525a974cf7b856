import { Composer } from 'grammy'

import type { RunnerContext } from '../../runnerContext.ts'
import { lessonEventOf } from './lessonEventOf.ts'
import { runAction } from '../../runAction.ts'

/** What learners say and tap in their private chat with the bot. */
export const lessonFeature = new Composer<RunnerContext>()

lessonFeature.use(async (ctx, next) => {
  const from = ctx.update.message?.from ?? ctx.update.callback_query?.from
  const event = from === undefined ? null : lessonEventOf(ctx.update)
  if (from === undefined || event === null) return next()
  await runAction(ctx, from, event)
})
