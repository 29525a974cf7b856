import type { User } from 'grammy/types'

import type { LessonEffect } from '../../../src/contracts/lessonEffect.ts'
import type { LessonEvent } from '../../../src/contracts/lessonEvent.ts'
import type { RunnerActionResult } from '../../../src/contracts/runnerActions.ts'
import { renderToast } from '../../../src/lesson/render/renderToast.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { describeError } from '../describeError.ts'
import { learnerOf } from './learnerOf.ts'
import { renderEffects, type RenderedMessage } from './renderEffects.ts'
import type { RunnerContext } from './runnerContext.ts'
import { sendMessages } from './sendMessages.ts'
import type { SendOutcome } from './sendOutcome.ts'
import { createQueryAnswer } from './queryAnswer.ts'

const isToast = (effect: LessonEffect) => effect.type === 'toast'

const toastOf = ({ effects, locale }: RunnerActionResult): string | undefined => {
  const toast = effects.find(isToast)
  return toast === undefined ? undefined : renderToast(toast.key, locale)
}

/** @returns null when they cannot be rendered, ever: that must not make Telegram bring the update for a day */
const render = async (ctx: RunnerContext, result: RunnerActionResult): Promise<RenderedMessage[] | null> => {
  try {
    return await renderEffects(ctx.services.releases, result.effects, result.locale)
  } catch (error) {
    if (error instanceof RetryLaterError) throw error
    const { log } = ctx.services
    log.error({ update: ctx.update.update_id, error: describeError(error) }, 'effects cannot be rendered')
    return null
  }
}

const send = async (ctx: RunnerContext, chatId: number, result: RunnerActionResult): Promise<SendOutcome> => {
  const messages = await render(ctx, result)
  if (messages === null) return { status: 'sent', error: 'not rendered' }
  return sendMessages(ctx.api, chatId, messages)
}

const report = async (ctx: RunnerContext, telegramUserId: number, outcome: SendOutcome): Promise<void> => {
  const { batcher, log } = ctx.services
  const { record } = ctx.course
  const updateId = ctx.update.update_id
  if (outcome.status !== 'sent' || outcome.error !== undefined)
    log.warn({ bot: record.id, update: updateId, outcome }, 'a view was not delivered')
  const receipt = { botId: record.id, telegramUserId, updateId, ...outcome }
  // The update is answered only when somebody else has taken over its delivery.
  if (outcome.status === 'deferred') await batcher.reportAwaited(receipt)
  else batcher.report(receipt)
}

/**
 * Commit, then send, then 2xx: returning means that Telegram may forget the update.
 * @throws {RetryLaterError} when Telegram shall bring it again
 */
export const runAction = async (ctx: RunnerContext, from: User, event: LessonEvent): Promise<void> => {
  const { batcher } = ctx.services
  const query = ctx.update.callback_query
  const answer = query === undefined ? undefined : createQueryAnswer(ctx, query.id)
  let result: RunnerActionResult
  try {
    result = await batcher.submit({
      botId: ctx.course.record.id,
      updateId: ctx.update.update_id,
      learner: learnerOf(from),
      event,
    })
  } catch (error) {
    answer?.withhold()
    throw error
  }
  const answered = answer?.give(toastOf(result))
  try {
    if (result.effects.length === 0) return
    const outcome = result.effects.every(isToast)
      ? ({ status: 'sent' } as const)
      : await send(ctx, from.id, result)
    // A rejected action left no trace that could be receipted; its notice is sent or not.
    if (result.status !== 'rejected') await report(ctx, from.id, outcome)
  } finally {
    await answered
  }
}
