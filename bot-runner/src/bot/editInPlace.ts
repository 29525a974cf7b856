import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import { markupOf } from '../media/markupOf.ts'
import { callBot } from '../media/sendFiles.ts'
import { refusalOf } from './refusalOf.ts'

type Text = Extract<OutgoingMessage, { kind: 'text' }>

/**
 * Puts a message in the place of the one whose button was tapped.
 * @returns whether it stands there; if not, it is to be sent anew
 */
export const editInPlace = async (
  course: CourseBot,
  chatId: number,
  messageId: number,
  { text, entities, preview, keyboard }: Text,
): Promise<boolean> => {
  try {
    await callBot(course, {
      method: 'editMessageText',
      payload: {
        chat_id: chatId,
        message_id: messageId,
        text,
        entities,
        link_preview_options: preview ?? { is_disabled: true },
        reply_markup: markupOf(keyboard),
      },
    })
    return true
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    return refusal.includes('message is not modified')
  }
}
