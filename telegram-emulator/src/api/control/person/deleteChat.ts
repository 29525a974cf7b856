import type { Emulator } from '../../../emulator.ts'
import { deleteForPerson } from '../../../state/deleteMessages.ts'
import { removeReplyKeyboard } from '../../../state/replyKeyboard.ts'
import type { ChatRecord } from '../../../state/types.ts'

/** The person clears the chat on their side. The bot notices nothing and can go on writing. */
export function deleteChat(emulator: Emulator, chat: ChatRecord): void {
  deleteForPerson(emulator, chat, [...chat.messages.keys()])
  removeReplyKeyboard(emulator, chat)
}
