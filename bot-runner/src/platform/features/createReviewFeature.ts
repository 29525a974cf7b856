import { Composer } from 'grammy'

import type {
  ReviewActResponse,
  ReviewQuestion,
  ReviewRefusal,
} from '../../../../src/contracts/platformReview.ts'
import { asking } from '../../bot/asking.ts'
import { localeOf } from '../../bot/localeOf.ts'
import type { RunnerContext } from '../../bot/runnerContext.ts'
import { tell } from '../../bot/tell.ts'
import { describeError } from '../../describeError.ts'
import type { ReviewTexts } from '../../locales/review/en.ts'
import { reviewTexts } from '../../locales/review/reviewTexts.ts'
import type { PlatformServices } from '../platformServices.ts'
import { questionText } from '../review/questionText.ts'
import { reviewData, type ReviewTap } from '../review/reviewData.ts'
import { summaryOf } from '../review/summaryOf.ts'

const refusalText = ({ refused }: ReviewTexts, why: ReviewRefusal, by: string | null): string =>
  refused[why]({ by })

/** Only that the button stops spinning, with a word: it may be too late for that, or be done already. */
const answerTap = (ctx: RunnerContext, log: PlatformServices['log'], text?: string) =>
  ctx.answerCallbackQuery({ ...(text !== undefined && { text }) }).catch((error: unknown) => {
    log.info({ error: describeError(error) }, 'a tap was not answered')
  })

/**
 * Reviewers' buttons. The CMS does what they say and brings the cards up to date, also the one that was tapped; here it
 * is only answered.
 */
export const createReviewFeature = (services: PlatformServices): Composer<RunnerContext> => {
  const { client, log } = services
  const feature = new Composer<RunnerContext>()

  const ask = (ctx: RunnerContext, chatId: number, question: ReviewQuestion, texts: ReviewTexts) =>
    tell({ api: ctx.api, log }, chatId, questionText(question, texts), { force_reply: true })

  const acted = async (ctx: RunnerContext, chatId: number, answer: ReviewActResponse, texts: ReviewTexts) => {
    if (answer.status === 'refused') return answerTap(ctx, log, refusalText(texts, answer.why, answer.by))
    await answerTap(ctx, log)
    if (answer.status === 'asked') await ask(ctx, chatId, answer.question, texts)
  }

  const set = async (ctx: RunnerContext, chatId: number, tap: Exclude<ReviewTap, { kind: 'act' }>) => {
    const texts = reviewTexts[ctx.from === undefined ? 'en' : localeOf(ctx.from)]
    const wish =
      tap.kind === 'next'
        ? { wantsNext: true }
        : tap.kind === 'cards'
          ? { hasCards: tap.isOn }
          : { leave: tap.courseId }
    const state = await asking(client.setReviewing({ telegramUserId: chatId, ...wish }))
    if (tap.kind === 'next') return answerTap(ctx, log, state.hasNext ? undefined : texts.digest.noNext)
    await answerTap(ctx, log)
    const { text, keyboard } = summaryOf(state, texts)
    await tell({ api: ctx.api, log }, chatId, text, keyboard)
  }

  feature.on('callback_query:data', async (ctx, next) => {
    const tap = reviewData.decode(ctx.callbackQuery.data)
    if (tap === null) return next()
    const { id: chatId } = ctx.from
    if (tap.kind !== 'act') return set(ctx, chatId, tap)
    const { action, submissionId } = tap
    const answer = await asking(client.actOnReview({ telegramUserId: chatId, action, submissionId }))
    log.info({ action, status: answer.status }, 'a reviewer pressed a button')
    await acted(ctx, chatId, answer, reviewTexts[localeOf(ctx.from)])
  })

  feature.command('reviews', async (ctx, next) => {
    if (ctx.from === undefined) return next()
    const wish = { on: { hasCards: true }, off: { hasCards: false } }[ctx.match.trim().toLowerCase()]
    const state = await asking(client.setReviewing({ telegramUserId: ctx.from.id, ...wish }))
    const { text, keyboard } = summaryOf(state, reviewTexts[localeOf(ctx.from)])
    await tell({ api: ctx.api, log }, ctx.from.id, text, keyboard)
  })

  feature.command('cancel', async (ctx, next) => {
    if (ctx.from === undefined) return next()
    const { cancelled, nothingToCancel } = reviewTexts[localeOf(ctx.from)]
    const { wasAsked } = await asking(client.cancelReview({ telegramUserId: ctx.from.id }))
    await tell({ api: ctx.api, log }, ctx.from.id, wasAsked ? cancelled : nothingToCancel)
  })
  return feature
}
