import { Composer } from 'grammy'

import { describeError } from '../../../describeError.ts'
import { groupRefusal } from '../../../locales/groupRefusal.ts'
import type { RunnerContext } from '../../runnerContext.ts'

const pauseMs = 60 * 60 * 1000
const maxChats = 10_000

/**
 * Groups are told politely, once an hour at most, that lessons happen in private. The CMS hears nothing of
 * them: what happens there is no learner's action.
 */
export const createGroupFeature = (): Composer<RunnerContext> => {
  const refusedAt = new Map<string, number>()

  const mayRefuse = (key: string, now: number): boolean => {
    const last = refusedAt.get(key)
    if (last !== undefined && now - last < pauseMs) return false
    refusedAt.delete(key)
    refusedAt.set(key, now)
    if (refusedAt.size > maxChats) refusedAt.delete(refusedAt.keys().next().value!)
    return true
  }

  const feature = new Composer<RunnerContext>()
  feature.on(['message', 'callback_query'], async (ctx) => {
    const { log, now } = ctx.services
    const chat = ctx.chat
    if (chat === undefined || !mayRefuse(`${ctx.me.id}:${chat.id}`, now())) return
    const locale = ctx.from.language_code?.startsWith('ru') ? 'ru' : 'en'
    try {
      await ctx.api.sendMessage(chat.id, groupRefusal[locale])
    } catch (error) {
      log.info({ update: ctx.update.update_id, error: describeError(error) }, 'a group was not told')
    }
  })
  return feature
}
