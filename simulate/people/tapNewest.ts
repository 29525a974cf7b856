import type { Tap } from '../../src/contracts/lessonEvent.ts'
import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import type { Deed } from './deed.ts'
import { buttonsOf } from './scene.ts'

/** A tap on the newest button that fits. @param messages newest first */
export const tapNewest = (messages: readonly ChatMessage[], fits: (tap: Tap) => boolean): Deed | null => {
  for (const message of messages) {
    const button = message.from.is_bot ? buttonsOf(message).find(({ tap }) => fits(tap)) : undefined
    if (button) return { type: 'tap', messageId: message.message_id, data: button.data, times: 1 }
  }
  return null
}
