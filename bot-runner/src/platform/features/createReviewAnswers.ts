import { Composer } from 'grammy'

import type { ReviewSaidResponse } from '../../../../src/contracts/platformReview.ts'
import { maxAnswerBytes } from '../../../../src/contracts/submission.ts'
import { asking } from '../../bot/asking.ts'
import { localeOf } from '../../bot/localeOf.ts'
import type { RunnerContext } from '../../bot/runnerContext.ts'
import { sendOutcomeOf } from '../../bot/sendOutcome.ts'
import { tell } from '../../bot/tell.ts'
import { reviewTexts } from '../../locales/review/reviewTexts.ts'
import { downloadFile } from '../../media/downloadFile.ts'
import { RetryLaterError } from '../../retryLaterError.ts'
import type { PlatformServices } from '../platformServices.ts'
import { questionText } from '../review/questionText.ts'

const patienceMs = 30_000

/** What a reviewer says when they were asked: text, or their voice. Asked nothing, they are not listened to. */
export const createReviewAnswers = (services: PlatformServices): Composer<RunnerContext> => {
  const { client, log, apiRoot } = services
  const feature = new Composer<RunnerContext>()

  const answer = async (ctx: RunnerContext, said: ReviewSaidResponse): Promise<void> => {
    if (said.status === 'none' || ctx.from === undefined) return
    const texts = reviewTexts[localeOf(ctx.from)]
    const to = { api: ctx.api, log }
    if (said.status === 'done')
      return tell(to, ctx.from.id, texts.done[said.verdict]({ learner: said.learnerName }))
    const why = texts.refused[said.why]({ by: said.by })
    if (!said.isAskedStill) return tell(to, ctx.from.id, why)
    await tell(to, ctx.from.id, `${why}\n\n${questionText(said.question, texts)}`, { force_reply: true })
  }

  /** From Telegram to the CMS while it comes. @returns whether it is there: else Telegram has it no more */
  const fetchVoice = async (ctx: RunnerContext, telegramFileId: string, fileId: string): Promise<boolean> => {
    const signal = AbortSignal.timeout(patienceMs)
    try {
      const { file_path: path } = await ctx.api.getFile(telegramFileId)
      if (path === undefined) return false
      const { token } = ctx.course.bot
      const bytes = await downloadFile({ apiRoot, token, path, max: maxAnswerBytes, signal })
      await client.keepFile(fileId, bytes, signal)
      return true
    } catch (cause) {
      let isRefused = false
      try {
        isRefused = sendOutcomeOf(cause).status === 'sent'
      } catch {
        // None of Telegram's: the CMS, or the connection.
      }
      if (isRefused) return false
      throw new RetryLaterError('a voice message cannot be fetched now', { cause })
    }
  }

  feature.on('message:text', async (ctx, next) => {
    const { text, message_id: messageId } = ctx.message
    if (text.startsWith('/')) return next()
    const said = { telegramUserId: ctx.from.id, messageId, text, voice: null }
    await answer(ctx, await asking(client.sayInReview(said)))
  })

  feature.on('message:voice', async (ctx) => {
    const { file_id, file_unique_id: uniqueId, duration } = ctx.message.voice
    const telegramUserId = ctx.from.id
    const { fileId } = await asking(client.beginReviewVoice({ telegramUserId, uniqueId, duration }))
    if (fileId === null) return
    const isKept = await fetchVoice(ctx, file_id, fileId)
    const { caption: text = null, message_id: messageId } = ctx.message
    const said = { telegramUserId, messageId, text, voice: isKept ? fileId : null }
    await answer(ctx, await asking(client.sayInReview(said)))
  })
  return feature
}
