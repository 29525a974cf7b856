import { Composer } from 'grammy'

import { runAction } from '../../runAction.ts'
import type { RunnerContext } from '../../runnerContext.ts'

/** In a private chat the bot is `kicked` when the person blocks it, and `member` again after that. */
export const membershipFeature = new Composer<RunnerContext>()

membershipFeature.on('my_chat_member', async (ctx) => {
  const { from, new_chat_member: bot } = ctx.update.my_chat_member
  await runAction(ctx, from, { type: 'membership', isBlocked: bot.status === 'kicked' })
})
