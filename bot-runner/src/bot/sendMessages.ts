import { GrammyError } from 'grammy'

import type { MediaFile } from '../../../src/contracts/mediaFile.ts'
import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import { MediaGoneError } from '../media/mediaUpload.ts'
import { messageCall } from '../media/messageCall.ts'
import { UploadLengthError } from '../media/multipartBody.ts'
import { sendFiles, type FileServices } from '../media/sendFiles.ts'
import { editButtons } from './editButtons.ts'
import { editInPlace } from './editInPlace.ts'
import { otherwise } from './otherwise.ts'
import { sendOutcomeOf, type SendOutcome } from './sendOutcome.ts'
import { nothingSent, type SentThings } from './sentThings.ts'

/** Rich messages are refused to the bot, or this one is: the view has to be rendered in another way. */
export class RichRefusedError extends Error {
  constructor(cause: unknown) {
    super('Telegram refused a rich message', { cause })
    this.name = 'RichRefusedError'
  }
}

export type MessageTarget = {
  course: CourseBot
  chatId: number
  isProtected: boolean
  /** The message whose button was tapped. */
  tappedMessageId?: number
}

export type MessageServices = FileServices & { linkOf: (media: MediaFile) => Promise<string | null> }

const outcomeOf = (error: unknown): SendOutcome => {
  const isGone = error instanceof MediaGoneError || error instanceof UploadLengthError
  return isGone ? { status: 'sent', error: error.message } : sendOutcomeOf(error)
}

const isRefusal = (error: unknown): boolean => {
  if (error instanceof MediaGoneError || error instanceof UploadLengthError) return true
  return error instanceof GrammyError && (error.error_code === 413 || error.error_code === 400)
}

const isMissingMethod = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 404 && /method/i.test(error.description)

/** Takes note of what has to be known of a message that was sent. */
const note = (sent: SentThings, message: OutgoingMessage, result: unknown): void => {
  const { poll, message_id: messageId } = (result ?? {}) as { poll?: { id?: string }; message_id?: number }
  if (messageId !== undefined) sent.messageIds.push(messageId)
  if (message.kind === 'poll' && poll?.id !== undefined)
    sent.polls.push({ ...message.about, pollId: poll.id })
  if (message.kind === 'text' && message.draftOf !== undefined && messageId !== undefined)
    sent.drafts.push({ stepId: message.draftOf, messageId })
}

/**
 * Sends messages one after the other: their order is part of the lesson. A message that Telegram refuses for
 * good does not keep back those after it; anything else ends the row.
 * @param sent what became of messages of which the CMS has to know is added to it
 * @throws {RichRefusedError}; {RetryLaterError} when the CMS is away
 */
export const sendMessages = async (
  services: MessageServices,
  target: MessageTarget,
  messages: OutgoingMessage[],
  sent: SentThings = nothingSent(),
): Promise<SendOutcome> => {
  const { course, chatId, tappedMessageId } = target
  let refusal: SendOutcome | undefined
  let isBegun = false

  const sendOne = async (message: OutgoingMessage): Promise<void> => {
    if (message.kind === 'buttons') {
      if (tappedMessageId !== undefined) await editButtons(course, chatId, tappedMessageId, message.keyboard)
      return
    }
    if (message.kind === 'text') {
      const replaced = message.isInPlace ? (tappedMessageId ?? message.replaces) : message.replaces
      if (replaced !== undefined && (await editInPlace(course, chatId, replaced, message))) return
    }
    note(sent, message, await sendFiles(services, course, messageCall(message, target)))
  }

  for (const message of messages) {
    try {
      await sendOne(message)
      isBegun = true
    } catch (error) {
      if (message.kind === 'rich' && (isRefusal(error) || isMissingMethod(error)))
        throw new RichRefusedError(error)
      const others = await otherwise(message, error, services.linkOf)
      const outcome = others === null ? outcomeOf(error) : await sendMessages(services, target, others, sent)
      if (outcome.status === 'deferred') return { ...outcome, isUnsent: outcome.isUnsent && !isBegun }
      if (outcome.status !== 'sent') return outcome
      if (outcome.error !== undefined) refusal ??= outcome
    }
  }
  return refusal ?? { status: 'sent' }
}
