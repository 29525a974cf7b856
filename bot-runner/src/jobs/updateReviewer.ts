import { GrammyError } from 'grammy'

import type { ReviewerChatResponse } from '../../../src/contracts/platformReview.ts'
import type { ReviewerJob } from '../../../src/contracts/queues.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { Keyboard } from '../../../src/lesson/render/outgoingMessage.ts'
import { sendMessages } from '../bot/sendMessages.ts'
import { nothingSent } from '../bot/sentThings.ts'
import { sendOutcomeOf } from '../bot/sendOutcome.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { Lease } from '../fleet/lease.ts'
import { reviewTexts } from '../locales/review/reviewTexts.ts'
import type { FileServices } from '../media/sendFiles.ts'
import { cardText, messagesAbove } from '../platform/review/cardMessages.ts'
import { takeBack } from '../platform/review/takeBack.ts'
import { digestText } from '../platform/review/digestText.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { JobOutcome } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'

export type ReviewerOptions = {
  client: Pick<RunnerClient, 'getReviewerChat' | 'noteReviewShown' | 'stopReviewCards' | 'completeOutboxRow'>
  /** The platform bot; null: this installation has none. */
  bot: CourseBot | null
  files: FileServices
  lock: (userId: string) => Promise<Lease | null>
}

type Chat = NonNullable<ReviewerChatResponse['chat']>
type Card = Chat['cards'][number]
type Said = { text: string; keyboard: Keyboard }

/** The message cannot be edited: it is gone, or too old. It is said anew. */
const isUneditable = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(error.description)

/** Never started, or deleted: as good as blocked. */
const isNobody = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /chat not found|user is deactivated|PEER_ID_INVALID/i.test(error.description)

const isUnchanged = (error: unknown): boolean =>
  error instanceof GrammyError && error.description.includes('message is not modified')

const put = async (
  { bot: { api } }: CourseBot,
  chatId: number,
  messageId: number | null,
  { text, keyboard }: Said,
): Promise<number> => {
  const markup = { reply_markup: { inline_keyboard: keyboard } }
  const options = { ...markup, link_preview_options: { is_disabled: true } }
  if (messageId !== null)
    try {
      await api.editMessageText(chatId, messageId, text, options)
      return messageId
    } catch (error) {
      if (isUnchanged(error)) return messageId
      if (!isUneditable(error)) throw error
    }
  return (await api.sendMessage(chatId, text, options)).message_id
}

/**
 * What stands above the card goes first, so that the card with its buttons is the last. Of a work that is gone nothing
 * is left above, and of what Telegram does not delete any more, the card says so.
 */
const putCard = async (
  options: ReviewerOptions,
  bot: CourseBot,
  { telegramUserId: chatId, locale }: Chat,
  { card, messageId, aboveIds }: Card,
): Promise<{ messageId: number; aboveIds?: number[] }> => {
  if (card.status === 'gone') {
    const left = await takeBack(bot.bot.api, chatId, aboveIds)
    const said = cardText(card, locale, left.length)
    return { messageId: await put(bot, chatId, messageId, said), aboveIds: left }
  }
  const sent = nothingSent()
  if (messageId === null) {
    const target = { course: bot, chatId, isProtected: false }
    const services = { ...options.files, linkOf: async () => null }
    const outcome = await sendMessages(services, target, messagesAbove(card), sent)
    if (outcome.status === 'deferred')
      throw new DeferredError(outcome.isLimited ? outcome.retryAfterMs : null)
    if (outcome.status === 'blocked') throw new BlockedError()
  }
  const shownId = await put(bot, chatId, messageId, cardText(card, locale))
  return { messageId: shownId, ...(messageId === null && { aboveIds: sent.messageIds }) }
}

class DeferredError extends Error {
  /** null: nobody knows when. */
  readonly afterMs: number | null
  constructor(afterMs: number | null) {
    super('Telegram put a card off')
    this.afterMs = afterMs
  }
}
class BlockedError extends Error {}

const show = async (options: ReviewerOptions, bot: CourseBot, userId: string, chat: Chat): Promise<void> => {
  const { client } = options
  for (const shownCard of chat.cards) {
    const placed = await putCard(options, bot, chat, shownCard)
    const { card, shown } = shownCard
    await client.noteReviewShown(userId, { subject: card.submissionId, shown, ...placed })
  }
  if (chat.digest === null) return
  const { digest, telegramUserId, locale } = chat
  const messageId = await put(bot, telegramUserId, digest.messageId, digestText(digest, reviewTexts[locale]))
  await client.noteReviewShown(userId, { subject: 'digest', messageId, shown: digest.shown })
}

/** What an error means for the job. @throws the error itself, or one that has the queue try again */
const judge = (error: unknown): 'blocked' | { afterMs: number } => {
  if (error instanceof BlockedError) return 'blocked'
  if (error instanceof DeferredError) {
    if (error.afterMs !== null) return { afterMs: error.afterMs }
    throw new RetryLaterError('Telegram put a card off', { cause: error })
  }
  const outcome = sendOutcomeOf(error)
  if (outcome.status === 'deferred') {
    if (outcome.isLimited) return { afterMs: outcome.retryAfterMs }
    throw new RetryLaterError('Telegram put a card off', { cause: error })
  }
  if (outcome.status === 'blocked' || isNobody(error)) return 'blocked'
  throw error
}

const update = async (options: ReviewerOptions, job: ReviewerJob): Promise<JobOutcome> => {
  const { client, bot } = options
  const { userId, outboxId } = job
  const { chat } = bot === null ? { chat: null } : await client.getReviewerChat(userId)
  if (bot !== null && chat !== null)
    try {
      await show(options, bot, userId, chat)
    } catch (error) {
      const verdict = judge(error)
      if (verdict !== 'blocked') return { status: 'later', ...verdict }
      await client.stopReviewCards(userId)
    }
  await client.completeOutboxRow(outboxId)
  return { status: 'done' }
}

/**
 * Brings a reviewer's chat with the platform bot up to date: cards of what waits, what became of those that are there,
 * the digest. Repeating it sends nothing twice but what a crash has cut off.
 * @throws {RetryLaterError} when Telegram or the CMS is away: the queue tries again
 */
export const updateReviewer = (options: ReviewerOptions, job: ReviewerJob): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.userId),
    () => update(options, job),
  )
