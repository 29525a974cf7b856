import type { Api } from 'grammy'

import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import { sendOutcomeOf, type SendOutcome } from './sendOutcome.ts'

const sendMessage = async (api: Api, chatId: number, message: OutgoingMessage): Promise<void> => {
  if (message.kind !== 'text') throw new Error(`cannot send ${message.kind}`)
  const { text, entities, preview, keyboard } = message
  await api.raw.sendMessage({
    chat_id: chatId,
    text,
    entities,
    link_preview_options: preview ?? { is_disabled: true },
    reply_markup: keyboard === undefined ? undefined : { inline_keyboard: keyboard },
  })
}

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
  for (const message of messages) {
    try {
      await sendMessage(api, chatId, message)
    } catch (error) {
      const outcome = sendOutcomeOf(error)
      if (outcome.status !== 'sent') return outcome
      refusal ??= outcome
    }
  }
  return refusal ?? { status: 'sent' }
}
