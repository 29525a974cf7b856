import type { Api } from 'grammy'

import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import { sendOutcomeOf, type SendOutcome } from './sendOutcome.ts'

/**
 * Sends messages one after the other: their order is part of the lesson. A message that Telegram refuses for
 * good does not keep back those after it; anything else ends the row.
 */
export const sendMessages = async (
  api: Api,
  chatId: number,
  messages: OutgoingMessage[],
): Promise<SendOutcome> => {
  let refusal: SendOutcome | undefined
  for (const { text, entities, keyboard } of messages) {
    try {
      await api.raw.sendMessage({
        chat_id: chatId,
        text,
        entities,
        reply_markup: keyboard === undefined ? undefined : { inline_keyboard: keyboard },
      })
    } catch (error) {
      const outcome = sendOutcomeOf(error)
      if (outcome.status !== 'sent') return outcome
      refusal ??= outcome
    }
  }
  return refusal ?? { status: 'sent' }
}
