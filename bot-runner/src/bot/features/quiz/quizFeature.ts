import { Composer } from 'grammy'

import { runAction } from '../../runAction.ts'
import type { RunnerContext } from '../../runnerContext.ts'

/** Answers to the questions that were sent as Telegram's own quiz polls. Whose question it was, the CMS knows. */
export const quizFeature = new Composer<RunnerContext>()

quizFeature.on('poll_answer', async (ctx) => {
  const { user, poll_id: pollId, option_ids: options } = ctx.update.poll_answer
  // Without a person it is a chat that voted.
  if (user === undefined) return
  await runAction(ctx, user, { type: 'pollAnswer', pollId, options })
})
