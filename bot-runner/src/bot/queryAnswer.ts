import { GrammyError } from 'grammy'

import { describeError } from '../describeError.ts'
import type { RunnerContext } from './runnerContext.ts'

/** After this a client shows that the button hangs, so the query is answered without waiting for the commit. */
const patienceMs = 1000

export type QueryAnswer = {
  /** Answers unless that has happened. Never fails: an unanswered query changes nothing for the lesson. */
  give: (toast?: string) => Promise<void>
  /** Leaves the query as it is: the update will come again. */
  withhold: () => void
}

const isTooOld = (error: unknown): boolean =>
  error instanceof GrammyError && error.description.includes('query is too old')

export const createQueryAnswer = (ctx: RunnerContext, queryId: string): QueryAnswer => {
  let isGiven = false

  const give = async (text?: string): Promise<void> => {
    clearTimeout(timer)
    if (isGiven) return
    isGiven = true
    try {
      await ctx.api.raw.answerCallbackQuery({ callback_query_id: queryId, text })
    } catch (error) {
      if (isTooOld(error)) return
      const { log } = ctx.services
      log.info({ update: ctx.update.update_id, error: describeError(error) }, 'a tap was not answered')
    }
  }
  const timer = setTimeout(() => void give(), patienceMs)

  return { give, withhold: () => clearTimeout(timer) }
}
