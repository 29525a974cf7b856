import type { Keyboard } from '../../../src/lesson/render/outgoingMessage.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import { markupOf } from '../media/markupOf.ts'
import { callBot } from '../media/sendFiles.ts'
import { refusalOf } from './refusalOf.ts'

/** Changes the buttons below a message, unless it is gone or has them already. */
export const editButtons = async (
  course: CourseBot,
  chatId: number,
  messageId: number,
  keyboard: Keyboard,
): Promise<void> => {
  try {
    await callBot(course, {
      method: 'editMessageReplyMarkup',
      payload: { chat_id: chatId, message_id: messageId, reply_markup: markupOf(keyboard) },
    })
  } catch (error) {
    if (refusalOf(error) === undefined) throw error
  }
}
