import type { ChatMessage } from '../../telegram-emulator/src/client.ts'
import type { Draw } from '../draw.ts'
import type { Deed } from './deed.ts'
import { buttonsOf } from './scene.ts'

const nonsense = ['what?', '👍', 'asdf', '/nothing', '   .', '42'] as const
const commands = ['/progress', '/contents', '/help', '/bookmarks', '/settings'] as const
/** What still stands in the chat and says nothing of where somebody is. */
const stale = new Set(['begin', 'next', 'back', 'quiz', 'answer', 'submit'])

/** What nobody asked for: words, commands, a button of long ago. Null: nothing of the kind this time. */
export const misbehave = (
  messages: readonly ChatMessage[],
  { draw, takesWords }: { draw: Draw; takesWords: boolean },
): Deed | null => {
  const chance = draw.share('mischief')
  if (chance < 0.05) return { type: 'send', message: draw.pick(commands, 'command') }
  if (chance < 0.08 && !takesWords) return { type: 'send', message: draw.pick(nonsense, 'nonsense') }
  if (chance > 0.1) return null
  const [, ...older] = messages
    .filter(({ from }) => from.is_bot)
    .flatMap((message) => buttonsOf(message).map((button) => ({ ...button, messageId: message.message_id })))
    .filter(({ tap }) => stale.has(tap.action))
  const last = older.at(-1)
  return last === undefined ? null : { type: 'tap', messageId: last.messageId, data: last.data, times: 1 }
}
