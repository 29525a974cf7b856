import type { User } from 'grammy/types'

import type { LessonEvent } from '../../../src/contracts/lessonEvent.ts'
import type { RunnerActionResult } from '../../../src/contracts/runnerActions.ts'
import { renderToast } from '../../../src/lesson/render/renderToast.ts'
import { learnerOf } from './learnerOf.ts'
import { createQueryAnswer, type QueryAnswer } from './queryAnswer.ts'
import type { RunnerContext } from './runnerContext.ts'
import { sendEffects } from './sendEffects.ts'
import type { SendOutcome } from './sendOutcome.ts'
import type { SentThings } from './sentThings.ts'

const toastOf = ({ effects, locale }: RunnerActionResult): string | undefined => {
  const toast = effects.find((effect) => effect.type === 'toast')
  return toast === undefined ? undefined : renderToast(toast, locale)
}

const commit = async (ctx: RunnerContext, from: User, event: LessonEvent, answer?: QueryAnswer) => {
  try {
    return await ctx.services.batcher.submit({
      botId: ctx.course.record.id,
      updateId: ctx.update.update_id,
      learner: learnerOf(from),
      event,
    })
  } catch (error) {
    answer?.withhold()
    throw error
  }
}

const report = async (
  ctx: RunnerContext,
  telegramUserId: number,
  outcome: SendOutcome & Partial<Omit<SentThings, 'messageIds'>>,
  about: Pick<RunnerActionResult, 'isTest'>,
): Promise<void> => {
  const { batcher, log, onDeferred } = ctx.services
  const botId = ctx.course.record.id
  const updateId = ctx.update.update_id
  if (outcome.status !== 'sent' || outcome.error !== undefined)
    log.warn({ bot: botId, update: updateId, outcome }, 'a view was not delivered')
  if (outcome.status === 'deferred') {
    onDeferred()
    const { status, retryAfterMs, error, polls, drafts } = outcome
    // The update is answered only when somebody else has taken over its delivery.
    await batcher.reportAwaited({
      ...{ botId, telegramUserId, updateId, status, retryAfterMs, error, polls, drafts, ...about },
    })
  } else batcher.report({ botId, telegramUserId, updateId, ...outcome, ...about })
}

/**
 * Commit, then send, then 2xx: returning means that Telegram may forget the update.
 * @throws {RetryLaterError} when Telegram shall bring it again
 */
export const runAction = async (ctx: RunnerContext, from: User, event: LessonEvent): Promise<void> => {
  const query = ctx.update.callback_query
  const answer = query === undefined ? undefined : createQueryAnswer(ctx, query.id)
  const result = await commit(ctx, from, event, answer)
  const answered = answer?.give(toastOf(result))
  try {
    const { isTest } = result
    if (result.effects.length === 0) return
    const target = {
      course: ctx.course,
      chatId: from.id,
      updateId: ctx.update.update_id,
      tappedMessageId: query?.message?.message_id,
    }
    const outcome = await sendEffects(ctx.services.views, target, result)
    // A rejected action left no trace that could be receipted; its notice is sent or not.
    if (result.status !== 'rejected') await report(ctx, from.id, outcome, isTest ? { isTest } : {})
  } finally {
    await answered
  }
}
